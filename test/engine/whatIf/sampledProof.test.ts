import { expect, it } from 'vitest';
import { happenedCondition } from '../../../electron/engine/proof/happenedCondition.ts';
import type { ProofSet } from '../../../electron/engine/proof/proofSet.ts';
import { holdProof } from '../../../electron/engine/whatIf/holdProof.ts';
import { RowSet, type Sampling } from '../../../electron/engine/whatIf/RowSet.ts';
import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import { column } from '../../../shared/sql/sql.ts';
import { countTable } from '../../../shared/whatIf/Hand.ts';
import { scoreLineOf } from '../../../shared/whatIf/scoreLineOf.ts';
import { smallObservations, twoMetrics } from '../comparison/smallStudy.ts';

const observed = 40_000;
const control: Control = { kind: 'weight', node: 'usage_leaf', rescaleSiblings: false };
const bands = twoMetrics.bands.map(({ id }) => id);

/** Observations, two of an account, of which one in `every` churns, the sooner the lower their usage; and the evidence line of some of them with usage weighing 2. */
async function proof(every: number, { polarity = 'bad', only = null }: { polarity?: 'bad' | 'good'; only?: number | null } = {}) {
  const { database, observations } = await smallObservations([]);
  await database.run({
    text: `insert into observations by name select * exclude (churns), case when churns < (150 - usage) / (100 * ${every}) then 1 else 0 end as "outcome.churned" from (
      select 'a' || i // 2 as account_id, date '2026-03-31' - (i % 2 * 90)::integer as as_of, 1::double as revenue, (i % 150)::double as "account.size",
        (i * 7919 % 101)::double as usage, (i * 104729 % 101)::double as support, (i * 48271 % 9973) / 9973 as churns from range(${observed}) t(i))`,
  });
  const outcome = { ...observations.definition.outcomes[0]!, polarity };
  const set = { outcome, observations } as ProofSet;
  const baseline = { kind: 'model' as const, name: 'Health', model: twoMetrics };
  const columnOf = (name: string) => ({ sql: column(name === 'size' ? 'account.size' : name), type: 'number' as const });
  const context = { draft: twoMetrics, baseline, control, only, columnOf, options: {} };
  return async (sampling: Sampling) => {
    const rows = await RowSet.of(database, observations.table, 'true', {}, { rare: happenedCondition(outcome), ...sampling });
    const { hand, held, each, baseline } = await holdProof(rows, set, context);
    return {
      held: rows.count,
      each,
      baseline,
      line: scoreLineOf(countTable(hand, held.at({ kind: 'weight', weight: 2 }), only), bands, outcome, each),
    };
  };
}

const eventsOf = ({ bands }: ScoreLine) => bands.map(({ events }) => events);

it.each([
  ['of a bad outcome', {}],
  ['of a good one', { polarity: 'good' }],
  ['of one segment', { only: 0 }],
  ['of the accounts of no segment', { only: 1 }],
] as const)('a sample %s holds all in which it happened and counts the others for those it left out', async (_, about) => {
  const lineOf = await proof(20, about);
  const [all, sample] = [await lineOf({}), await lineOf({ most: 8000 })];
  expect([all.held, all.each]).toEqual([observed, { yes: 1, no: 1 }]);
  expect(sample.held).toBeGreaterThan(7500);
  expect(sample.held).toBeLessThan(8500);
  expect(sample.each.yes).toBe(1);
  expect(sample.each.no).toBeGreaterThan(4);
  for (const side of ['line', 'baseline'] as const) {
    const [exact, found] = [all[side]!, sample[side]!];
    expect(eventsOf(found)).toEqual(eventsOf(exact));
    expect(found.auc!).toBeCloseTo(exact.auc!, 2);
    expect(found.ks!).toBeCloseTo(exact.ks!, 1);
    expect(found.liftWorstTenth!).toBeCloseTo(exact.liftWorstTenth!, 1);
    for (const [place, { events, observations }] of exact.bands.entries()) {
      if (observations === 0) continue;
      expect(found.bands[place]!.events / found.bands[place]!.observations).toBeCloseTo(events / observations, 2);
    }
  }
});

it.each([
  ['a quarter of both where both are many', 2, 10_000],
  ['all that stayed, where they are the few', 0.8, 20_000],
])('a sample is %s', async (_, every, most) => {
  const lineOf = await proof(every);
  const [all, sample] = [await lineOf({}), await lineOf({ most })];
  expect(sample.held).toBeGreaterThan(0.94 * most);
  expect(sample.held).toBeLessThan(1.06 * most);
  const events = (line: ScoreLine) => line.bands.reduce((total, one) => total + one.events, 0);
  const happened = events(all.line);
  expect(sample.each.yes).toBeCloseTo(happened / Math.max(most / 2, most - (observed - happened)), 0);
  if (observed - happened <= most / 2) expect(sample.each.no).toBe(1);
  // Rounded band by band.
  expect(Math.abs(events(sample.line) - happened)).toBeLessThanOrEqual(2);
  expect(sample.line.auc!).toBeCloseTo(all.line.auc!, 1);
});
