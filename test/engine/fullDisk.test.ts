import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../electron/engine/createEngine.ts';
import { failureOf } from './import/importing.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-full-disk-'));
const disk = join(folder, 'disk');
const isMounted = process.platform === 'linux' && mountDisk('8m');
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

function mountDisk(size: string): boolean {
  spawnSync('mkdir', [disk]);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' }).status === 0;
}

/** Records that pack badly. */
const noise = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `A${index}`, noise: randomBytes(60).toString('hex') }));
const asCsv = (count: number) =>
  `id,noise\n${noise(count)
    .map((one) => `${one.id},${one.noise}\n`)
    .join('')}`;
const asNdjson = (count: number) =>
  noise(count)
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');

/** A file beside the disk. */
function fileWith(name: string, content: string, encoding: 'utf8' | 'utf16le' = 'utf8'): string {
  writeFileSync(join(folder, name), content, encoding);
  return join(folder, name);
}

describe.skipIf(!isMounted)('a disk without room (needs root on Linux, to mount one of 8 MB)', () => {
  const study = join(disk, 'study');
  const filler = join(disk, 'filler');
  let engine: Engine;
  let small: string;

  beforeAll(() => {
    small = fileWith('small.csv', asCsv(10));
  });
  beforeEach(async () => {
    engine = createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: 'resources' });
    await engine.invoke('create-study', { path: study, name: 'Before' });
    await engine.invoke('import-source', { path: small, as: 'accounts' });
  });
  afterEach(async () => {
    rmSync(filler, { force: true });
    await engine.close();
    rmSync(study, { recursive: true });
  });

  /** Leaves this much room. */
  function fill(free: number): void {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - free));
  }

  async function save(name: string): Promise<unknown> {
    const { study, revision } = await engine.invoke('read-study', {});
    const { definition, models, currentModel, scenarios, baseline } = study;
    return engine.invoke('save-study', { revision, name, definition, models, currentModel, scenarios, baseline });
  }

  /** The study on the disk and in the engine is this one, its rows can be read, and nothing lies about. */
  async function expectIntact(before: string): Promise<void> {
    expect(readFileSync(join(study, 'study.json'), 'utf8')).toBe(before);
    expect((await engine.invoke('list-rows', { source: 'accounts' })).total).toBe(10);
    expect(readdirSync(join(study, 'data'))).toEqual(['accounts-1.parquet']);
    expect(readdirSync(study).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(join(study, '.work')).filter((name) => name.includes('import'))).toEqual([]);
    rmSync(filler, { force: true });
    await save('After');
    await engine.invoke('close-study', {});
    expect((await engine.invoke('open-study', { path: study })).study).toMatchObject({ name: 'After', sources: [{ id: 'accounts' }] });
  }

  test.each<[string, string, () => string]>([
    ['that does not fit as it is kept', 'accounts', () => fileWith('large.csv', asCsv(150_000))],
    ['that does not fit when it is decoded', 'accounts', () => fileWith('large-16.csv', `\ufeff${asCsv(80_000)}`, 'utf16le')],
    ['of objects that do not fit as a table', 'more', () => fileWith('large.ndjson', asNdjson(80_000))],
  ])('an import of a file %s', async (_, as, file) => {
    const before = readFileSync(join(study, 'study.json'), 'utf8');
    expect(await failureOf(engine.invoke('import-source', { path: file(), as }))).toMatchObject({
      code: 'disk-full',
      sentence: expect.stringContaining('full'),
    });
    await expectIntact(before);
  });

  test('an import whose last step, the study file, does not fit', async () => {
    await save('x'.repeat(500_000));
    const before = readFileSync(join(study, 'study.json'), 'utf8');
    const audit = readFileSync(join(study, 'audit.ndjson'), 'utf8');
    fill(300_000);
    expect((await failureOf(engine.invoke('import-source', { path: small, as: 'more' }))).code).toBe('disk-full');
    expect(readFileSync(join(study, 'audit.ndjson'), 'utf8')).toBe(audit);
    await expectIntact(before);
  });

  test('a save that does not fit', async () => {
    const before = readFileSync(join(study, 'study.json'), 'utf8');
    fill(100_000);
    expect(await failureOf(save('x'.repeat(500_000)))).toMatchObject({
      code: 'disk-full',
      sentence: expect.stringContaining('study.json'),
    });
    expect((await engine.invoke('read-study', {})).study.name).toBe('Before');
    await expectIntact(before);
  });
});
