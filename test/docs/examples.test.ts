import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEngine, type Engine } from '../../electron/engine/createEngine.ts';
import { temporaryFolder } from '../engine/temporaryFolder.ts';

const day = '2026-09-30';

/** What docs/DEFINITION.md says each example gives: metrics and scores by as-of date and account. */
const told: Record<string, { asOf: string; account: string; score: number; raw: Record<string, number | string | null> }[]> = {
  snapshot: [
    { asOf: day, account: '0001', score: 95, raw: { active_share: 90, tickets: 1, sentiment: 'Positive' } },
    { asOf: day, account: '0002', score: 25.5, raw: { active_share: 35, tickets: 7, sentiment: 'Negative' } },
    { asOf: day, account: '0003', score: 84, raw: { active_share: null, tickets: 0, sentiment: 'Neutral' } },
  ],
  panel: [
    { asOf: '2026-08-31', account: '0001', score: 85, raw: { active_share: 85 } },
    { asOf: day, account: '0001', score: 85, raw: { active_share: 85 } },
    { asOf: day, account: '0002', score: 45, raw: { active_share: 45 } },
  ],
  events: [
    { asOf: day, account: '0001', score: 53.95833, raw: { tickets_90d: 3, severe_share: 2 / 3, resolution_hours: 32 } },
    { asOf: day, account: '0002', score: 100, raw: { tickets_90d: 0, severe_share: null, resolution_hours: null } },
  ],
  intervals: [
    { asOf: '2025-12-01', account: '0001', score: 74.15982, raw: { contract_value: 10000, days_to_renewal: 30, tenure: 669 } },
    { asOf: '2026-03-31', account: '0001', score: 100, raw: { contract_value: 12000, days_to_renewal: 275, tenure: 789 } },
    { asOf: '2026-03-31', account: '0002', score: 67.00076, raw: { contract_value: 30000, days_to_renewal: 49, tenure: 315 } },
  ],
};

/** Imports and defines an example as its page says, and hands over the engine that holds it. */
async function withExample(name: string, use: (engine: Engine) => Promise<void>): Promise<void> {
  const folder = join('docs/examples', name);
  const home = temporaryFolder();
  const engine = createEngine({ userDirectory: home, resourcesDirectory: 'resources' });
  try {
    await engine.invoke('create-study', { path: join(home, 'study') });
    for (const file of readdirSync(folder).filter((each) => each.endsWith('.csv')))
      await engine.invoke('import-source', { path: join(folder, file), as: file.replace('.csv', '') });
    await engine.invoke('define-study', { document: JSON.parse(readFileSync(join(folder, 'definition.json'), 'utf8')) });
    await use(engine);
  } finally {
    await engine.close();
  }
}

it.each(Object.keys(told))('the %s example gives what docs/DEFINITION.md says', async (name) => {
  await withExample(name, async (engine) => {
    for (const { asOf, account, score, raw } of told[name]!) {
      const explained = await engine.invoke('explain-account', { account, asOf });
      const found = Object.fromEntries(explained.nodes.flatMap(({ metric }) => (metric ? [[metric.metric, metric.raw]] : [])));
      expect(found, `${account} ${asOf}`).toEqual(raw);
      expect(explained.score, `${account} ${asOf}`).toBeCloseTo(score, 4);
    }
  });
});

it('the intervals example loses 0002 after 2026-03-31, and not 0001, whose contract is followed by another', async () => {
  await withExample('intervals', async (engine) => {
    const { asOf } = await engine.invoke('summarise-observations', {});
    expect(asOf.map(({ outcomes }) => outcomes[0])).toEqual([
      { id: 'churned', known: 2, yes: 0, unknown: 0, notAtRisk: 0 },
      { id: 'churned', known: 2, yes: 1, unknown: 0, notAtRisk: 0 },
    ]);
  });
});

it('tells nothing of examples that are not there', () => {
  expect(Object.keys(told).sort()).toEqual(readdirSync('docs/examples').sort());
});
