import { describe, expect, test } from 'vitest';
import { observe } from './observe.ts';
import { placeSource } from './placeSource.ts';

const accounts = `values ('a', date '2025-01-01'), ('b', date '2025-06-01'), ('c', date '2025-01-01')`;
const usage = `values ('a', date '2026-06-30', 10, 'x'), ('a', date '2026-06-01', 20, 'y'), ('a', date '2026-05-31', 5, 'x'),
  ('a', date '2026-04-02', 40, 'x'), ('b', date '2026-06-15', null, 'x'), ('b', date '2026-07-01', 99, 'x')`;

const events = (unseenAccounts: 'zero' | 'missing') => ({
  account: { source: 'accounts', key: 'id', start: 'since' },
  readings: [
    { source: 'accounts', shape: { kind: 'snapshot' as const } },
    {
      source: 'usage',
      shape: { kind: 'events' as const, date: 'day' },
      link: { column: 'account', to: 'accounts' },
      unseenAccounts,
      covers: { from: '2026-03-01', to: '2026-07-31' },
    },
  ],
  asOf: { kind: 'list' as const, dates: ['2026-06-30'] },
});

const place = async (store: Parameters<typeof placeSource>[0]) => {
  await placeSource(store, 'accounts', { id: 'text', since: 'date' }, accounts);
  await placeSource(store, 'usage', { account: 'text', day: 'date', amount: 'number', feature: 'text' }, usage);
};

const window = (aggregate: string, extra: object = {}) => ({
  kind: 'window' as const,
  source: 'usage',
  aggregate: aggregate as 'count',
  windowDays: 30,
  ...extra,
});

describe('aggregates over (as-of - N, as-of]', () => {
  test.each([
    ['count', window('count'), [2, 1, 0]],
    ['count with a filter', window('count', { where: "feature = 'x'" }), [1, 1, 0]],
    ['distinct', window('distinct', { column: 'feature', windowDays: 31 }), [2, 1, 0]],
    ['sum; rows without a value give missing', window('sum', { column: 'amount' }), [30, null, 0]],
    ['mean', window('mean', { column: 'amount' }), [15, null, null]],
    ['last', window('last', { column: 'amount' }), [10, null, null]],
    ['days since the last', window('days-since-last'), [0, 15, null]],
    ['share', window('share', { matching: "feature = 'x'", windowDays: 90 }), [0.75, 1, null]],
    ['trend', window('trend', { column: 'amount' }), [30 / 5 - 1, null, null]],
    ['all history', window('count', { windowDays: null }), [4, 1, 0]],
    ['decay halves after the half-life', window('sum', { column: 'amount', halfLifeDays: 29 }), [10 + 20 / 2, null, 0]],
    // Buckets of 30 days back from the as-of date: 30, 5, 40 at x = 0, -1, -2.
    ['slope per 30 days', window('slope', { column: 'amount', windowDays: 90 }), [(30 - 40) / 2, null, null]],
  ])('%s', async (_, value, expected) => {
    const { rows } = await observe(place, { ...events('zero'), metrics: [{ id: 'metric', name: 'Metric', value }] });
    for (const [index, each] of expected.entries()) {
      if (each === null) expect(rows[index]!.metric).toBeNull();
      else expect(rows[index]!.metric).toBeCloseTo(each, 12);
    }
  });

  test('an account never seen is missing by default; one seen before, without rows in the window, is zero', async () => {
    const metrics = [{ id: 'recent', name: 'Recent', value: window('count', { windowDays: 10 }) }];
    const { rows } = await observe(place, { ...events('missing'), metrics });
    expect(rows.map((row) => row.recent)).toEqual([1, 0, null]);
  });

  test('a window the source does not wholly cover is missing for everyone', async () => {
    const metrics = [
      { id: 'reached', name: 'Reached', value: window('count', { windowDays: 122 }) },
      { id: 'not_reached', name: 'Not reached', value: window('count', { windowDays: 123 }) },
    ];
    const { rows } = await observe(place, { ...events('zero'), metrics });
    expect(rows.map((row) => row.reached)).toEqual([4, 1, 0]);
    expect(rows.map((row) => row.not_reached)).toEqual([null, null, null]);
  });
});
