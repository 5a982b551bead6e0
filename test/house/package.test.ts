import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const script = '../../scripts/checkPackage.js';
const { default: checkPackage } = (await import(script)) as { default: (context: { appOutDir: string }) => Promise<void> };

it.each([
  ['linux', 'duckdb.node', 'libduckdb.so'],
  ['macOS', 'duckdb.node', 'libduckdb.dylib'],
  ['Windows', 'duckdb.node', 'duckdb.dll'],
])('passes a package for %s with both files of the binding, and refuses it with either alone', async (_, ...both) => {
  const appOutDir = await mkdtemp(join(tmpdir(), 'plumbline-package-'));
  const binding = join(appOutDir, 'resources/app.asar.unpacked/node_modules/@duckdb/node-bindings-x');
  await mkdir(binding, { recursive: true });
  await expect(checkPackage({ appOutDir })).rejects.toThrow('has no DuckDB');
  for (const file of both) {
    await writeFile(join(binding, file), '');
    if (file !== both.at(-1)) await expect(checkPackage({ appOutDir })).rejects.toThrow('has no DuckDB');
  }
  await checkPackage({ appOutDir });
  await rm(appOutDir, { recursive: true });
});
