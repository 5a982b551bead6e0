import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../../electron/engine/createEngine.ts';
import { leavesOf } from '../../../shared/model/model.ts';
import { valueEarning } from '../../resources/valueEarning.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

it('one wide snapshot and the framework template make a scored book: worst, middle and best rows score 30, 70 and 100', async () => {
  const home = temporaryFolder();
  const engine = createEngine({ userDirectory: home, resourcesDirectory: 'resources' });
  try {
    const { templates } = await engine.invoke('list-templates', {});
    const { document } = templates.find(({ id }) => id === 'customer_health_framework')!;
    const leaves = leavesOf(document.models![0]!.dimensions);
    const row = (account: string, points: number) => [account, ...leaves.map(({ curve }) => valueEarning(curve, points))].join(',');
    const header = ['account_id', ...leaves.map(({ metric }) => metric)].join(',');
    const file = join(home, 'accounts.csv');
    writeFileSync(file, `${[header, row('0001', 30), row('0002', 70), row('0003', 100)].join('\n')}\n`);

    await engine.invoke('create-study', { path: join(home, 'study') });
    await engine.invoke('import-source', { path: file, as: 'accounts', exportedOn: '2026-09-30' });
    await engine.invoke('define-study', { document });
    await engine.invoke('define-study', {
      document: {
        account: { source: 'accounts', key: 'account_id' },
        readings: [{ source: 'accounts', shape: { kind: 'snapshot', takenOn: '2026-09-30' } }],
        asOf: { kind: 'list', dates: ['2026-09-30'] },
      },
    });
    const { accounts } = await engine.invoke('list-accounts', { orderBy: 'account' });
    expect(accounts.map(({ account, band, coverage }) => [account, band, coverage])).toEqual([
      ['0001', 'red', expect.closeTo(1, 9)],
      ['0002', 'yellow', expect.closeTo(1, 9)],
      ['0003', 'green', expect.closeTo(1, 9)],
    ]);
    for (const [index, score] of [30, 70, 100].entries()) expect(accounts[index]!.score).toBeCloseTo(score, 9);
  } finally {
    await engine.close();
  }
});
