import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auc } from '../../shared/stats/auc.ts';
import { aucDifference } from '../../shared/stats/aucDifference.ts';
import { aucEstimate } from '../../shared/stats/aucEstimate.ts';
import { kolmogorovSmirnov } from '../../shared/stats/kolmogorovSmirnov.ts';
import { kolmogorovSmirnovEstimate } from '../../shared/stats/kolmogorovSmirnovEstimate.ts';
import { liftEstimate } from '../../shared/stats/liftEstimate.ts';
import { liftTable } from '../../shared/stats/liftTable.ts';
import { percentileInterval } from '../../shared/stats/percentileInterval.ts';
import { rankRows } from '../../shared/stats/RankedRows.ts';
import { rateByGroup } from '../../shared/stats/rateByGroup.ts';
import { resampleAccounts } from '../../shared/stats/resampleAccounts.ts';
import { splitByOutcome } from '../../shared/stats/splitByOutcome.ts';
import { weightedAuc } from '../../shared/stats/weightedAuc.ts';
import { weightedKolmogorovSmirnov } from '../../shared/stats/weightedKolmogorovSmirnov.ts';
import { draws } from './draws.ts';

const draw = draws(5);
/** 80 accounts of three rows; low values go with the outcome. */
const accounts = Array.from({ length: 240 }, (_, row) => Math.floor(row / 3));
const values = accounts.map(() => Math.round(50 + 15 * draw.normal()));
const outcomes = values.map((value) => (draw.uniform() < 1 / (1 + Math.exp((value - 35) / 8)) ? 1 : 0));
const sample = { values, outcomes, accounts };

it('counts an account that was drawn twice as two accounts', () => {
  const row = fc.record({
    value: fc.integer({ min: 0, max: 5 }),
    outcome: fc.integer({ min: 0, max: 1 }),
    account: fc.integer({ min: 0, max: 7 }),
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
      (rows, times) => {
        const ranked = rankRows({
          values: rows.map(({ value }) => value),
          outcomes: rows.map(({ outcome }) => outcome),
          accounts: rows.map(({ account }) => account),
        });
        const repeated = rows.flatMap((one) => Array(times[one.account]).fill(one) as typeof rows);
        const split = splitByOutcome(
          repeated.map(({ value }) => value),
          repeated.map(({ outcome }) => outcome),
        );
        const expected = auc(
          repeated.map(({ value }) => value),
          repeated.map(({ outcome }) => outcome),
        );
        if (expected === null) expect(weightedAuc(ranked, times)).toBeNull();
        else {
          expect(weightedAuc(ranked, times)).toBeCloseTo(expected, 12);
          expect(weightedKolmogorovSmirnov(ranked, times)).toBeCloseTo(kolmogorovSmirnov(split.events, split.nonEvents)!.distance, 12);
        }
      },
    ),
  );
});

it('draws as many accounts with the outcome, and without it, as there are; the same ones for the same seed', () => {
  const ever = new Set(accounts.filter((_, row) => outcomes[row] === 1));
  const first = [...resampleAccounts({ strata: 'outcome', ...sample }, { resamples: 20, seed: 3 })].at(-1)!.slice();
  for (const times of resampleAccounts({ strata: 'outcome', ...sample }, { resamples: 20, seed: 3 })) {
    const drawn = [...times.entries()].reduce((sum, [account, count]) => sum + (ever.has(account) ? count : 0), 0);
    expect(drawn).toBe(ever.size);
    expect(times.reduce((sum, count) => sum + count, 0)).toBe(80);
  }
  expect([...resampleAccounts({ strata: 'outcome', ...sample }, { resamples: 20, seed: 3 })].at(-1)).toEqual(first);
  expect([...resampleAccounts({ strata: 'outcome', ...sample }, { resamples: 20, seed: 4 })].at(-1)).not.toEqual(first);
});

it('gives the same interval for the same seed, to the last digit', () => {
  const one = aucEstimate(sample, { seed: 9 });
  expect(one).toEqual(aucEstimate(sample, { seed: 9 }));
  expect(one.interval).not.toEqual(aucEstimate(sample, { seed: 10 }).interval);
  expect(one).toMatchObject({ n: 240, accounts: 80, method: 'account bootstrap (1000)', warnings: ['UNDER_50_EVENTS', 'CLUSTERED'] });
});

it('turns a health score the right way up', () => {
  const [raw, oriented] = [aucEstimate(sample), aucEstimate(sample, { eventsLie: 'low' })];
  expect(oriented.value).toBeCloseTo(1 - raw.value!, 12);
  expect(oriented.interval).toEqual([expect.closeTo(1 - raw.interval![1], 12), expect.closeTo(1 - raw.interval![0], 12)]);
  const alone = { ...sample, accounts: [...accounts.keys()] };
  const [low, high] = aucEstimate(alone, { eventsLie: 'low' }).interval!;
  expect(aucEstimate(alone).interval).toEqual([expect.closeTo(1 - high, 12), expect.closeTo(1 - low, 12)]);
  const noisier = values.map((value, row) => value + (row % 2 === 0 ? 30 : -30));
  const difference = aucDifference({ one: values, other: noisier, outcomes, accounts }, { eventsLie: 'low' });
  expect(difference.value).toBeGreaterThan(0);
  expect(difference.interval![0]).toBeGreaterThan(0);
});

it('lifts as the first group of the table does, with an interval around it', () => {
  const lift = liftEstimate(sample, { eventsLie: 'low' });
  expect(lift.value).toBeCloseTo(liftTable(values, outcomes, { eventsLie: 'low', groups: 10 }).groups[0]!.lift!, 12);
  expect(lift.interval![0]).toBeLessThan(lift.value!);
  expect(lift.interval![1]).toBeGreaterThan(lift.value!);
});

it('says that a resampled KS leans high', () => {
  const found = kolmogorovSmirnovEstimate(sample);
  expect(found.method).toBe('account bootstrap (1000), leaning high');
  expect(found.interval![1] - found.value!).toBeGreaterThan(found.value! - found.interval![0]);
});

it('marks a boundary between groups that falls among equal values, and keeps the order of rows there', () => {
  const found = liftTable([1, 2, 2, 3], [1, 1, 0, 0], { eventsLie: 'low', groups: 2 });
  expect(found.tieAtBoundary).toBe(true);
  expect([...found.groupOf]).toEqual([0, 0, 1, 1]);
  expect(liftTable([1, 2, 3, Number.NaN, 4], [1, 1, 0, 0, 0], { eventsLie: 'low', groups: 2 })).toMatchObject({ tieAtBoundary: false });
  expect([...liftTable([1, 2, 3, Number.NaN, 4], [1, 1, 0, 0, 0], { eventsLie: 'high', groups: 2 }).groupOf]).toEqual([1, 1, 0, -1, 0]);
});

it('leaves out resamples without a value, and gives no interval when they are more than one in twenty', () => {
  const numbers = Array.from({ length: 96 }, (_, index) => index);
  expect(percentileInterval([...numbers, null, null, null, null])).toMatchObject({
    skipped: 4,
    warnings: ['RESAMPLES_SKIPPED'],
    interval: [expect.closeTo(2.375, 9), expect.closeTo(92.625, 9)],
  });
  expect(percentileInterval([...numbers, ...Array(6).fill(null)])).toEqual({
    interval: null,
    skipped: 6,
    warnings: ['TOO_MANY_RESAMPLES_SKIPPED'],
  });
});

it('gives a group without events the interval that its accounts allow', () => {
  const rates = rateByGroup(
    {
      groups: accounts.map((account) => (account < 10 ? 0 : 1)),
      outcomes: accounts.map((account) => (account < 10 ? 0 : account % 2)),
      accounts,
    },
    2,
  );
  expect(rates[0]).toMatchObject({
    value: 0,
    n: 30,
    accounts: 10,
    method: 'Wilson over accounts',
    interval: [0, expect.closeTo(0.27753, 4)],
  });
  expect(rates[1]).toMatchObject({ value: 0.5, method: 'account bootstrap (1000)' });
});
