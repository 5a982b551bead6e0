import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Everything but the end-to-end tests. `electron` is a stand-in: the binary may not be there. */
export default defineConfig({
  resolve: { alias: { electron: fileURLToPath(new URL('test/shell/electronStandIn.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
