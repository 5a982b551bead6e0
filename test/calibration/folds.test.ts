import { expect, it } from 'vitest';
import { groupFolds } from '../../shared/calibration/groupFolds.ts';
import { timeFolds } from '../../shared/calibration/timeFolds.ts';
import { simulatedBook } from './simulatedBook.ts';

const { rows } = simulatedBook({ seed: 4, rows: 1200, trueTheta: [1], noise: 0, dates: 6 });
const accountsAt = (places: Uint32Array) => new Set([...places].map((place) => rows.accounts[place]!));

it('puts no account on both sides, every row into one test, and as many accounts of each kind into each fold', () => {
  const { folds, skipped } = groupFolds(rows, 7);
  expect(folds).toHaveLength(5);
  expect(skipped).toBe(0);
  const ever = new Set([...rows.accounts].filter((_, row) => rows.outcomes[row] === 1));
  const tested: number[] = [];
  const everIn: number[] = [];
  for (const { train, test } of folds) {
    const [one, other] = [accountsAt(train), accountsAt(test)];
    expect([...other].filter((account) => one.has(account))).toEqual([]);
    expect(train.length + test.length).toBe(1200);
    everIn.push([...other].filter((account) => ever.has(account)).length);
    tested.push(...test);
  }
  expect(tested.sort((one, other) => one - other)).toEqual([...rows.outcomes.keys()]);
  expect(Math.max(...everIn) - Math.min(...everIn)).toBeLessThanOrEqual(1);
});

it('is the same for the same seed, another for another', () => {
  expect(groupFolds(rows, 7)).toEqual(groupFolds(rows, 7));
  expect(groupFolds(rows, 7)).not.toEqual(groupFolds(rows, 8));
});

it('makes as many folds as there are events, and none of a single class', () => {
  const few = { ...rows, outcomes: new Uint8Array(1200) };
  for (const row of [0, 60, 120]) few.outcomes[row] = 1;
  expect(groupFolds(few, 1).folds).toHaveLength(3);
  expect(groupFolds({ ...rows, outcomes: new Uint8Array(1200) }, 1)).toEqual({ folds: [], skipped: 0 });
});

it('counts a date on which everything had the same outcome', () => {
  const dates = [...new Set(rows.asOf)].sort((one, other) => one - other);
  const outcomes = rows.outcomes.map((outcome, row) => (rows.asOf[row] === dates.at(-1) ? 0 : outcome));
  const { folds, skipped } = timeFolds({ ...rows, outcomes }, 100);
  expect(folds.map(({ asOf }) => asOf)).toEqual(dates.slice(2, -1));
  expect(skipped).toBe(1);
});

it('learns only from outcomes that were known at the date', () => {
  const gap = 100;
  const { folds } = timeFolds(rows, gap);
  expect(folds.length).toBe(4);
  for (const { asOf, train, test } of folds) {
    expect(new Set([...test].map((row) => rows.asOf[row]))).toEqual(new Set([asOf]));
    expect(Math.max(...[...train].map((row) => rows.asOf[row]!)) + gap).toBeLessThanOrEqual(asOf);
  }
  const withoutGap = timeFolds(rows, 1).folds.find(({ asOf }) => asOf === folds[0]!.asOf)!;
  expect(withoutGap.train.length).toBeGreaterThan(folds[0]!.train.length);
});
