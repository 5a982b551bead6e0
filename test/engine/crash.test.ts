import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EngineKeeper } from '../../electron/wire/EngineKeeper.ts';
import { forkEngine } from '../../electron/wire/forkEngine.ts';
import type { EngineProcess } from '../../electron/wire/port.ts';
import type { EngineRestart } from '../../shared/contract/frame.ts';
import { bundle } from '../wire/stand-in/bundle.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The real engine in a process of its own, with a way to kill it. */
async function keptEngine() {
  const script = await bundle(resolve('electron/engineProcess.ts'));
  const folder = temporaryFolder();
  let running: EngineProcess | null = null;
  const keeper = new EngineKeeper(() => {
    running = forkEngine(script, { parent: process.pid, userDirectory: join(folder, 'user'), resourcesDirectory: resolve('resources') });
    return running;
  });
  onTestFinished(() => keeper.close());
  const restarted = () => new Promise<EngineRestart>((done) => keeper.onRestart(done));
  return { folder, invoke: keeper.invoke, kill: () => running!.kill(), restarted };
}

const rows = (count: number, first = 0) =>
  `id,amount,day\n${Array.from({ length: count }, (_, index) => `A-${first + index},${index / 7},2026-0${1 + (index % 9)}-15`).join('\n')}\n`;

test('killed during an import: the call says so, the engine goes on, and the study is as it was', async () => {
  const { folder, invoke, kill, restarted } = await keptEngine();
  const { path } = await invoke('create-study', { path: join(folder, 'study') });
  const small = join(folder, 'small.csv');
  const large = join(folder, 'large.csv');
  await writeFile(small, rows(10));
  await writeFile(large, rows(1_000_000));
  await invoke('import-source', { path: small, as: 'accounts' });
  const before = (await invoke('read-study', {})).study;

  const restart = restarted();
  let killed = false;
  const importing = invoke(
    'import-source',
    { path: large, as: 'accounts' },
    {
      onProgress: () => {
        if (!killed) setTimeout(kill, 50);
        killed = true;
      },
    },
  );
  await expect(importing).rejects.toMatchObject({ code: 'engine-stopped' });
  expect(await restart).toEqual({ study: path, failure: null });
  expect((await invoke('read-study', {})).study).toEqual(before);
  expect((await invoke('list-rows', { source: 'accounts' })).total).toBe(10);
  expect(await readdir(join(path, 'data'))).toEqual([before.sources[0]!.data.replace('data/', '')]);

  await invoke('import-source', { path: large, as: 'accounts' });
  expect((await invoke('list-rows', { source: 'accounts', limit: 1 })).total).toBe(1_000_000);
}, 60_000);

test('killed during a save: the study opens with the old or the new content', async () => {
  const { folder, invoke, kill, restarted } = await keptEngine();
  const { study, revision } = await invoke('create-study', { path: join(folder, 'study'), name: 'Before' });
  const restart = restarted();
  const save = (name: string, at: number) =>
    invoke('save-study', {
      revision: at,
      name,
      definition: study.definition,
      models: study.models,
      currentModel: null,
      scenarios: [],
      baseline: null,
    });
  const saving = (async () => {
    for (let at = revision; ; at++) await save(`After ${at} ${'x'.repeat(100_000)}`, at);
  })();
  setTimeout(kill, 30);
  await expect(saving).rejects.toMatchObject({ code: 'engine-stopped' });
  expect((await restart).failure).toBeNull();
  const reopened = await invoke('read-study', {});
  expect(reopened.recovered).toBeNull();
  expect(reopened.study.name).toMatch(/^Before$|^After \d+ x{100000}$/);
});
