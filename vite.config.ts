import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: { outDir: '../out/renderer', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
});
