import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascendingOrder } from '../../shared/stats/ascendingOrder.ts';
import { auc } from '../../shared/stats/auc.ts';
import { clusteredAuc } from '../../shared/stats/clusteredAuc.ts';
import { spearman } from '../../shared/stats/correlation.ts';
import { delong } from '../../shared/stats/delong.ts';
import { delongDifference } from '../../shared/stats/delongDifference.ts';
import { describeAgainstOutcome } from '../../shared/stats/describeAgainstOutcome.ts';
import { kolmogorovSmirnov } from '../../shared/stats/kolmogorovSmirnov.ts';
import { midranks } from '../../shared/stats/midranks.ts';
import { presentOrder } from '../../shared/stats/presentOrder.ts';
import { rankRows } from '../../shared/stats/RankedRows.ts';
import { splitByOutcome, splitInOrder } from '../../shared/stats/splitByOutcome.ts';
import { wasserstein } from '../../shared/stats/wasserstein.ts';
import { expectClose } from './expectClose.ts';

const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(-0, 0, 5e-324, -5e-324),
);
/** Few distinct values, so that ties are the rule. */
const row = fc.record({
  value: fc.oneof(fc.integer({ min: -2, max: 4 }), fc.constant(Number.NaN)),
  other: fc.integer({ min: 0, max: 5 }),
  outcome: fc.integer({ min: 0, max: 1 }),
});
const columns = (rows: { value: number; other: number; outcome: number }[]) => ({
  ...{ values: rows.map(({ value }) => value), others: rows.map(({ other }) => other), outcomes: rows.map(({ outcome }) => outcome) },
  accounts: rows.map((_, index) => index),
});

it('orders any numbers as comparing does, equal ones as they came', () => {
  fc.assert(
    fc.property(fc.array(anyNumber), (values) => {
      const expected = [...values.keys()].sort((one, other) => values[one]! - values[other]! || one - other);
      expect([...ascendingOrder(values)]).toEqual(expected);
    }),
  );
});

it('gives equal values the mean of their ranks', () => {
  expect([...midranks([3, 1, 3, -2, 3])]).toEqual([4, 2, 4, 1, 4]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
      const ofAll = [...midranks(values)];
      for (const [index, rank] of ofAll.entries()) {
        const [below, equal] = [values.filter((one) => one < values[index]!).length, values.filter((one) => one === values[index]).length];
        expect(rank).toBe(below + (equal + 1) / 2);
      }
    }),
  );
});

it('counts in the AUC what a look at every pair counts', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const { values, outcomes } = columns(rows);
      const present = rows.filter(({ value }) => !Number.isNaN(value));
      const pairs = present
        .filter(({ outcome }) => outcome === 1)
        .flatMap((event) =>
          present
            .filter(({ outcome }) => outcome === 0)
            .map((other) => (event.value > other.value ? 1 : event.value === other.value ? 0.5 : 0)),
        );
      const found = auc(values, outcomes);
      if (pairs.length === 0) expect(found).toBeNull();
      else expect(found).toBeCloseTo(pairs.reduce<number>((sum, pair) => sum + pair, 0) / pairs.length, 12);
    }),
  );
});

it('gives one error by all three roads to DeLong’s: ties, placements of pairs, and accounts of one row', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 60 }), (rows) => {
      const { values, others, outcomes, accounts } = columns(
        rows.map((one) => ({ ...one, value: Number.isNaN(one.value) ? 0 : one.value })),
      );
      const found = delong(splitByOutcome(values, outcomes));
      if (found === null) return;
      const constant = values.map(() => 7);
      expect(delongDifference(values, constant, outcomes)!.standardError).toBeCloseTo(found.standardError, 10);
      expect(clusteredAuc(rankRows({ values, outcomes, accounts }))!.standardError).toBeCloseTo(found.standardError, 10);
      expect(delongDifference(values, others, outcomes)!.difference).toBeCloseTo(auc(values, outcomes)! - auc(others, outcomes)!, 10);
    }),
  );
});

it('describes a metric from one sort as each statistic does by itself', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 8, maxLength: 60 }), (rows) => {
      const { values, outcomes, accounts } = columns(rows);
      const found = describeAgainstOutcome({ values, outcomes, accounts });
      const split = splitByOutcome(values, outcomes);
      expect(splitInOrder(presentOrder(values), values, outcomes)).toEqual(split);
      expect(found.auc.value).toBe(auc(values, outcomes));
      expect(found.kolmogorovSmirnov).toEqual(kolmogorovSmirnov(split.events, split.nonEvents));
      const bySelf = spearman(values, outcomes);
      if (bySelf.value === null) expect(found.spearman.value).toBeNull();
      else expect(found.spearman.value).toBeCloseTo(bySelf.value, 10);
    }),
  );
});

it('finds the largest distance after whole ties, and says where', () => {
  // scipy 1.10: ks_2samp, wasserstein_distance.
  const [one, other] = [Float64Array.of(1, 2, 2, 5), Float64Array.of(0, 2, 7)];
  expectClose(kolmogorovSmirnov(one, other)!.distance, 1 / 3);
  expect(kolmogorovSmirnov(one, other)).toMatchObject({ at: 0, lower: 'other' });
  expectClose(wasserstein(one, other), 4 / 3);
  expect([kolmogorovSmirnov(one, new Float64Array()), wasserstein(new Float64Array(), other)]).toEqual([null, null]);
});
