import { expect, test } from 'vitest';
import { basisNotes } from '../../../electron/engine/evidence/basisNotes.ts';
import { categoryFacts } from '../../../electron/engine/evidence/categoryFacts.ts';
import { categoryBins } from '../../../electron/engine/evidence/metricBins.ts';
import { type SuspectContext, suspicionsOf } from '../../../electron/engine/evidence/suspicionsOf.ts';
import { metric as metricSchema } from '../../../shared/model/metric.ts';
import { draws } from '../../stats/draws.ts';

const doubts = (facts: ReturnType<typeof categoryFacts>) => {
  const value = { kind: 'column', source: 'accounts', column: 'city' };
  const metric = metricSchema.parse({ id: 'city', name: 'City', valueType: 'category', value });
  const context = { rows: { asOfDates: [] }, isPart: false, changes: new Map(), laterDates: new Map(), readings: [], sources: [] };
  return suspicionsOf(metric, facts, context as unknown as SuspectContext).map(({ code }) => code);
};

/** Rows of accounts of their own, a category each and an outcome. */
function measured(codes: Float64Array, outcomes: Float64Array) {
  const count = codes.length;
  const accounts = Uint32Array.from(codes.keys());
  const column = { codes, names: Array.from({ length: 1 + Math.max(...codes) }, (_, code) => `City ${code}`) };
  const rows = { count, outcomes, accounts, accountCount: count, revenue: new Float64Array(count), part: null, key: 'all' };
  const facts = categoryFacts({ rows: { ...rows, take: (all) => all }, isYesNo: true, resampling: { seed: 1 } }, column);
  return { facts, binned: categoryBins(column, { ...rows, isYesNo: true, resampling: { seed: 1 } }) };
}

test('a metric of many categories reads in the table what its bins read: 29 by themselves, the rarer ones as one', () => {
  const { uniform } = draws(5);
  const codes = Float64Array.from({ length: 900 }, () => Math.floor(60 * uniform() ** 2));
  const { facts, binned } = measured(
    codes,
    codes.map(() => Number(uniform() < 0.3)),
  );
  expect(facts.informationValue).toEqual(binned.informationValue);
  expect(facts.informationValue!.bins).toBe(30);
  expect(binned.bins.at(-1)).toMatchObject({ label: '31 others' });
});

test('categories without a link are not suspected for what noise adds to their information value; those that tell the outcome are', () => {
  const { uniform } = draws(6);
  const codes = Float64Array.from({ length: 160 }, () => Math.floor(25 * uniform()));
  const noise = measured(
    codes,
    codes.map(() => Number(uniform() < 0.3)),
  ).facts;
  expect(noise.informationValue!.value).toBeGreaterThan(0.5);
  expect(doubts(noise)).toEqual([]);
  const told = measured(
    codes,
    codes.map((code) => Number(uniform() < (code < 8 ? 0.9 : 0.1))),
  ).facts;
  expect(doubts(told)).toEqual(['iv-above-half']);
});

test('where accounts repeat the notes say that intervals go by account, which not all of them do by drawing accounts', () => {
  const set = {
    accounts: 240,
    observations: 720,
    embargoed: null,
    confirmation: { observations: 0, share: null, from: null, to: null, openings: 0 },
  };
  const notes = basisNotes({ metrics: [], readings: [] }, [], set as never);
  expect(notes[0]).toBe('720 observations of 240 accounts: intervals go by account, and events are counted by account.');
});
