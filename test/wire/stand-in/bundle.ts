import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';

const made = new Map<string, Promise<string>>();
afterAll(async () => {
  for (const file of made.values()) await rm(dirname(await file), { recursive: true, force: true });
});

/** Makes a TypeScript module into one that Node runs, for tests that need a process of its own. @returns its path, valid until the tests of this file are done */
export function bundle(module: string): Promise<string> {
  const file = made.get(module) ?? make(module);
  made.set(module, file);
  return file;
}

async function make(module: string): Promise<string> {
  const parent = resolve('out/test');
  await mkdir(parent, { recursive: true });
  const outDir = await mkdtemp(join(parent, 'bundle-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['@duckdb/node-api'] },
    build: { ssr: module, outDir, target: 'node20', minify: false },
  });
  return join(outDir, basename(module).replace(/\.ts$/, '.js'));
}
