import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenStudy } from '../../../shared/contract/studyCalls.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { newEngine } from './newEngine.ts';

test('a study is created, defined, saved, and found again among the recent ones', async () => {
  const { invoke } = newEngine();
  const path = join(temporaryFolder(), 'q3');
  await invoke('create-study', { path, name: 'Q3' });
  const defined = await invoke('define-study', { document: { metrics: [{ id: 'tenure', name: 'Tenure', value: { kind: 'tenure' } }] } });
  expect(defined.revision).toBe(2);
  const saved = await invoke('save-study', { name: 'Q3 final', revision: 2, ...pick(defined.study) });
  expect(saved.revision).toBe(3);
  await invoke('close-study', {});
  await expect(invoke('read-study', {})).rejects.toMatchObject({ code: 'study-not-open' });
  const { studies } = await invoke('list-studies', {});
  expect(studies).toMatchObject([{ path, present: true }]);
  const reopened = await invoke('open-study', { path });
  expect(reopened.study).toMatchObject({ name: 'Q3 final', definition: { metrics: [{ id: 'tenure' }] } });
  expect(await readFile(join(path, 'audit.ndjson'), 'utf8')).toContain('define-study');
});

test('a save that names an old revision is refused and changes nothing', async () => {
  const { invoke } = newEngine();
  const { study, revision } = await invoke('create-study', {});
  await invoke('save-study', { revision, name: 'New', ...pick(study) });
  await expect(invoke('save-study', { revision, name: 'Late', ...pick(study) })).rejects.toMatchObject({ code: 'study-changed' });
  expect((await invoke('read-study', {})).study.name).toBe('New');
});

test('defining merges by id and removes only when told to', async () => {
  const { invoke } = newEngine();
  await invoke('create-study', {});
  const metric = (id: string, name: string) => ({ id, name, value: { kind: 'tenure' as const } });
  await invoke('define-study', { document: { metrics: [metric('one', 'One'), metric('two', 'Two')] } });
  const merged = await invoke('define-study', { document: { metrics: [metric('two', 'Second'), metric('three', 'Three')] } });
  expect(merged.study.definition.metrics.map((each) => each.name)).toEqual(['One', 'Second', 'Three']);
  const replaced = await invoke('define-study', { document: { metrics: [metric('three', 'Three')] }, replace: true });
  expect(replaced.study.definition.metrics.map((each) => each.id)).toEqual(['three']);
  await expect(invoke('define-study', { document: { metrics: [metric('same', 'A'), metric('same', 'B')] } })).rejects.toMatchObject({
    code: 'definition-invalid',
    message: expect.stringContaining('the id "same" stands twice'),
  });
});

test('duplicate opens the copy; move leaves nothing behind; the other study stays whole', async () => {
  const { invoke } = newEngine();
  const folder = temporaryFolder();
  const original = await invoke('create-study', { path: join(folder, 'one'), name: 'One' });
  const copy = await invoke('duplicate-study', { path: join(folder, 'two') });
  expect(copy.study.name).toBe('One (copy)');
  expect(copy.study.id).not.toBe(original.study.id);
  const moved = await invoke('move-study', { path: join(folder, 'deep', 'three') });
  expect(moved.study.name).toBe('One (copy)');
  expect(existsSync(join(folder, 'two'))).toBe(false);
  expect((await invoke('list-studies', {})).studies.map((each) => each.path)).toEqual([join(folder, 'deep', 'three'), join(folder, 'one')]);
  expect((await invoke('open-study', { path: join(folder, 'one') })).study.name).toBe('One');
});

test('opening a study that is not there keeps the one that is open', async () => {
  const { invoke } = newEngine();
  const { path } = await invoke('create-study', {});
  await expect(invoke('open-study', { path: join(temporaryFolder(), 'nothing') })).rejects.toMatchObject({ code: 'study-missing' });
  expect((await invoke('read-study', {})).path).toBe(path);
});

test('two engines cannot hold one study', async () => {
  const [one, other] = [newEngine(), newEngine()];
  const { path } = await one.invoke('create-study', {});
  await expect(other.invoke('open-study', { path })).rejects.toMatchObject({ code: 'study-in-use' });
});

test('calls that do not exist or do not fit are refused in a sentence', async () => {
  const { invoke } = newEngine();
  await expect(invoke('drop-tables' as never, {} as never)).rejects.toMatchObject({ code: 'call-unknown' });
  await expect(invoke('open-study', { path: '' })).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining('path'),
  });
});

function pick({ definition, models, currentModel, scenarios, baseline }: OpenStudy['study']) {
  return { definition, models, currentModel, scenarios, baseline };
}
