import { defineConfig } from 'vite';
import project from './package.json' with { type: 'json' };

/** The doors and the engine's process: Node modules. What package.json lists as dependencies is installed beside them, not bundled. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', ...Object.keys(project.dependencies)] },
  build: {
    ssr: true,
    outDir: 'out/electron',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        main: 'electron/main.ts',
        engine: 'electron/engineProcess.ts',
        serve: 'electron/serve.ts',
        cli: 'electron/cli.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
