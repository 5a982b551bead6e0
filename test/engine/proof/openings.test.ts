import { appendFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readOpenings, recordOpening } from '../../../electron/engine/proof/openings.ts';
import { StudyStore } from '../../../electron/engine/study/StudyStore.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

it('counts every opening of an outcome, past a line that a crash cut short', async () => {
  const store = await StudyStore.create(`${temporaryFolder()}/study`);
  expect(await readOpenings(store, 'churned')).toEqual([]);
  await recordOpening(store, { version: 'v1', outcome: 'churned' });
  await appendFile(store.resolve('audit.ndjson'), '{"at":"2026-\n');
  await recordOpening(store, { version: 'v1', outcome: 'churned' });
  await recordOpening(store, { version: 'v2', outcome: 'renewed' });
  await store.update((study) => ({ ...study, name: 'Other' }), { action: 'rename' });
  expect(await readOpenings(store, 'churned')).toMatchObject([
    { version: 'v1', outcome: 'churned' },
    { version: 'v1', outcome: 'churned' },
  ]);
  await store.close();
});
