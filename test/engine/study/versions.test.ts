import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newEngine } from '../calls/newEngine.ts';
import { twoMetrics } from '../comparison/smallStudy.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

async function studyWithModel() {
  const { invoke } = newEngine();
  const path = join(temporaryFolder(), 'study');
  await invoke('create-study', { path });
  await invoke('define-study', { document: { models: [twoMetrics], currentModel: 'health' } });
  return { invoke, path };
}

it('saves the current model under v1, v2 ... and gives it back as it was, whatever becomes of the draft', async () => {
  const { invoke, path } = await studyWithModel();
  const first = await invoke('save-version', { name: ' Before Q3 ', note: 'as agreed' });
  expect(first).toMatchObject({ id: 'v1', name: 'Before Q3', note: 'as agreed', model: { id: 'health', name: 'Health' } });
  await invoke('define-study', { document: { models: [{ ...twoMetrics, cuts: [10, 20] }] } });
  const second = await invoke('save-version', { name: 'After Q3' });
  expect((await invoke('list-versions', {})).versions).toEqual([second, first]);
  expect(await invoke('read-version', { id: 'v1' })).toEqual({ version: first, model: twoMetrics });
  expect((await invoke('read-version', { id: 'v2' })).model.cuts).toEqual([10, 20]);
  expect(JSON.parse(await readFile(join(path, 'versions', 'v1.json'), 'utf8'))).toMatchObject({ id: 'v1', model: { cuts: [60, 80] } });
  expect(await readFile(join(path, 'audit.ndjson'), 'utf8')).toContain('"action":"save-version","version":"v2"');
});

it('leaves the revision of the study alone, so that what is being edited can still be saved', async () => {
  const { invoke } = await studyWithModel();
  const { revision } = await invoke('read-study', {});
  await invoke('save-version', { name: 'One' });
  expect((await invoke('read-study', {})).revision).toBe(revision);
});

it('gives every version its own id when several are saved at once, and the same content none of its own', async () => {
  const { invoke } = await studyWithModel();
  const saved = await Promise.all(['One', 'Two', 'Two', 'Three'].map((name) => invoke('save-version', { name })));
  expect(saved.map(({ id }) => id)).toEqual(['v1', 'v2', 'v2', 'v3']);
});

it('keeps the versions when the study is duplicated or moved', async () => {
  const { invoke } = await studyWithModel();
  const first = await invoke('save-version', { name: 'One' });
  await invoke('duplicate-study', { path: join(temporaryFolder(), 'copy') });
  expect((await invoke('list-versions', {})).versions).toEqual([first]);
  await invoke('move-study', { path: join(temporaryFolder(), 'moved') });
  expect((await invoke('list-versions', {})).versions).toEqual([first]);
});

it('refuses a name that says nothing, a version there is not, and a file that was changed by hand', async () => {
  const { invoke, path } = await studyWithModel();
  await expect(invoke('save-version', { name: '  ' })).rejects.toMatchObject({ code: 'version-unnamed' });
  await expect(invoke('read-version', { id: 'v1' })).rejects.toMatchObject({ code: 'version-unknown', detail: { known: 'none yet' } });
  await invoke('save-version', { name: 'One' });
  await expect(invoke('read-version', { id: 'v2' })).rejects.toMatchObject({ code: 'version-unknown', detail: { known: 'v1' } });
  await writeFile(join(path, 'versions', 'v1.json'), '{"id":"v1"');
  await expect(invoke('read-version', { id: 'v1' })).rejects.toMatchObject({ code: 'json-damaged' });
  await writeFile(join(path, 'versions', 'v1.json'), '{"id":"v1"}');
  await expect(invoke('list-versions', {})).rejects.toMatchObject({ code: 'study-invalid' });
});
