import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import project from './package.json' with { type: 'json' };

/** The benchmarks, one module a file, so that they are measured as the built doors would run. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['playwright-core', ...Object.keys(project.dependencies)] },
  build: {
    ssr: true,
    outDir: 'out/bench',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: readdirSync('bench')
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `bench/${name}`),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
    },
  },
});
