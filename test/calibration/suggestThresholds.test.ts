import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandDoubts } from '../../shared/calibration/bandDoubts.ts';
import { chooseCut } from '../../shared/calibration/chooseCut.ts';
import { groupFolds } from '../../shared/calibration/groupFolds.ts';
import { mixThreshold } from '../../shared/calibration/mixThreshold.ts';
import { suggestThresholds } from '../../shared/calibration/suggestThresholds.ts';
import { cutsBetween, thresholdCounts } from '../../shared/calibration/thresholdCounts.ts';
import type { Flagging } from '../../shared/contract/suggestedWeights.ts';
import type { Estimate } from '../../shared/stats/Estimate.ts';
import { rankRows } from '../../shared/stats/RankedRows.ts';
import { readReference } from '../datasets/readReference.ts';
import { shelf, shelfIsPresent, skipReason } from '../datasets/shelf.ts';
import { pace } from './pace.ts';
import { simulatedBook } from './simulatedBook.ts';

const everyCut = { first: 0, last: 1000 };

/** Few distinct scores, so that many are equal. */
const sample = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 12 }), event: fc.boolean() }), { minLength: 4, maxLength: 60 })
  .map((rows) => ({
    values: rows.map(({ score }) => score),
    outcomes: rows.map(({ event }) => (event ? 1 : 0)),
    accounts: [...rows.keys()],
  }));

/** The same question answered by trying everything. */
function bestByHand(values: number[], outcomes: number[], worth: (caught: number, needless: number) => number) {
  const distinct = [...new Set(values)].sort((one, other) => one - other);
  const cuts = distinct.slice(1).map((value, index) => (value + distinct[index]!) / 2);
  const worths = cuts.map((cut) => {
    const flagged = outcomes.filter((_, row) => values[row]! < cut);
    const caught = flagged.filter((outcome) => outcome === 1).length;
    return worth(caught, flagged.length - caught);
  });
  const best = Math.max(...worths);
  return cuts[worths.findIndex((one) => one >= best - 1e-9)];
}

describe('a threshold by evidence', () => {
  it('is the best of all there are, and of equal ones the lowest, with equal scores on one side', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 9 }), ({ values, outcomes, accounts }, ratio) => {
        const ranked = rankRows({ values, outcomes, accounts });
        const [cuts, counts] = [cutsBetween(ranked, values), thresholdCounts(ranked)];
        const range = { ...everyCut, last: cuts.length - 1 };
        const events = outcomes.filter((outcome) => outcome === 1).length;
        const others = outcomes.length - events;
        fc.pre(events > 0 && others > 0 && cuts.length > 0);
        const youden = chooseCut(counts, { way: 'youden' }, range);
        expect(cuts[youden!]).toBe(bestByHand(values, outcomes, (caught, needless) => caught / events - needless / others));
        const cost = chooseCut(counts, { way: 'cost', ratio }, range);
        expect(cuts[cost!]).toBe(bestByHand(values, outcomes, (caught, needless) => -(ratio * (events - caught) + needless)));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('by cost is the one that Youden’s index weighted by (1 - prevalence) / (cost x prevalence) gives', () => {
    fc.assert(
      fc.property(sample, ({ values, outcomes, accounts }) => {
        const ranked = rankRows({ values, outcomes, accounts });
        const [cuts, counts] = [cutsBetween(ranked, values), thresholdCounts(ranked)];
        const { events, rows } = counts;
        fc.pre(events > 0 && events < rows && cuts.length > 0);
        const r = (rows - events) / (5 * events);
        const chosen = chooseCut(counts, { way: 'cost', ratio: 5 }, { first: 0, last: cuts.length - 1 });
        const weighted = (caught: number, needless: number) => caught / events + r * (1 - needless / (rows - events));
        expect(cuts[chosen!]).toBe(bestByHand(values, outcomes, weighted));
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('suggested thresholds', () => {
  const book = simulatedBook({ seed: 8, rows: 900, trueTheta: [5], noise: 0, dates: 3 });
  const scores = book.columns[0]!;
  const suggest = (ways: Parameters<typeof suggestThresholds>[0]['ways'], rows = book.rows) =>
    suggestThresholds({ rows, scores, bookScores: scores.slice(0, 300), ways, resampling: { resamples: 60, seed: 4 } }, pace);

  it('come with counts that add up, the rates they would give, and a range that holds them', async () => {
    const [youden, cost, separation] = await suggest([{ way: 'youden' }, { way: 'cost', ratio: 5 }, { way: 'separation', ratio: 3 }]);
    for (const { threshold, range, table, warnings, sentence } of [youden!, cost!, separation!]) {
      expect(threshold).toBeGreaterThanOrEqual(range![0]);
      expect(threshold).toBeLessThanOrEqual(range![1]);
      const { truePositives, falsePositives, falseNegatives, trueNegatives, flagged } = table!;
      expect(truePositives + falsePositives + falseNegatives + trueNegatives).toBe(900);
      expect(flagged).toBe(scores.filter((score) => score < threshold!).length);
      expect(table!.sensitivity).toBeCloseTo(truePositives / (truePositives + falseNegatives), 12);
      expect(table!.rateBelow.method).toMatch(/^account bootstrap/);
      expect(warnings).toContain('TUNED_ON_THESE_DATA');
      expect(sentence).toMatch(/^Below \d+\.\d lie/);
    }
    expect(cost!.threshold).toBeGreaterThan(youden!.threshold! - 1e-9);
    expect(separation!.table!.rateBelow.value! / separation!.table!.rateFrom.value!).toBeGreaterThanOrEqual(3);
  });

  it('are judged again on accounts that did not choose them: each fold by the threshold of the others', async () => {
    const [youden] = await suggest([{ way: 'youden' }]);
    const { outcomes, accounts } = book.rows;
    const { folds } = groupFolds(book.rows, 4);
    const found = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    const thresholds = folds.map(({ train, test }) => {
      const [values, happened] = [Array.from(train, (row) => scores[row]!), Array.from(train, (row) => outcomes[row]!)];
      const events = happened.filter((outcome) => outcome === 1).length;
      const wide = (caught: number, needless: number) => caught >= 5 && events - caught >= 5 && needless >= 10;
      const index = (caught: number, needless: number) =>
        wide(caught, needless) ? caught / events - needless / (train.length - events) : -1;
      const threshold = bestByHand(values, happened, index)!;
      for (const row of test) {
        const isFlagged = scores[row]! < threshold;
        if (outcomes[row] === 1) found[isFlagged ? 'truePositives' : 'falseNegatives']++;
        else found[isFlagged ? 'falsePositives' : 'trueNegatives']++;
      }
      expect(train.some((row) => test.some((other) => accounts[row] === accounts[other]))).toBe(false);
      return threshold;
    });
    expect(youden!.outOfFold!.table).toMatchObject(found);
    expect(youden!.outOfFold!.thresholds).toEqual([Math.min(...thresholds), Math.max(...thresholds)]);
    expect(youden!.outOfFold!.folds).toEqual({ count: 5, skipped: 0 });
    expect(youden!.outOfFold!.table.rateBelow.method).toMatch(/^account bootstrap/);
    expect(youden!.sentence).toMatch(/On accounts that did not choose it: \d+\.\d % against \d+\.\d %\.$/);
  });

  it('of a score that tells nothing look good where they were chosen, and like nothing elsewhere', async () => {
    const indexOf = ({ sensitivity, specificity }: Flagging) => sensitivity! + specificity! - 1;
    const [chosen, elsewhere] = [[], []] as [number[], number[]];
    for (let seed = 1; seed <= 60; seed++) {
      const { rows, columns } = simulatedBook({ seed, rows: 200, trueTheta: [0], noise: 1 });
      const noise = columns[1]!;
      const [youden] = await suggestThresholds(
        { rows, scores: noise, bookScores: noise, ways: [{ way: 'youden' }], resampling: { resamples: 0, seed } },
        pace,
      );
      chosen.push(indexOf(youden!.table!));
      elsewhere.push(indexOf(youden!.outOfFold!.table));
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(chosen)).toBeGreaterThan(0.06);
    expect(Math.abs(mean(elsewhere))).toBeLessThan(0.03);
  });

  it('by capacity flag no more than the team can work, and say that a mix is tuned', async () => {
    const [capacity, share] = await suggest([
      { way: 'capacity', accounts: 40 },
      { way: 'target-share', share: 0.25 },
    ]);
    const below = (threshold: number) => scores.slice(0, 300).filter((score) => score < threshold).length;
    expect(below(capacity!.threshold!)).toBe(40);
    expect(below(share!.threshold!)).toBe(75);
    expect(capacity!.warnings).toContain('MIX_TUNED');
    expect(capacity!.outOfFold).toBeNull();
    expect(capacity!.sentence).toMatch(/^40 accounts of the book lie below/);
  });

  it('are none when nothing separates so far, and refused below 30 events', async () => {
    const [separation] = await suggest([{ way: 'separation', ratio: 500 }]);
    expect(separation).toMatchObject({ threshold: null, table: null, range: null });
    const few = Uint8Array.from(book.rows.outcomes, (_, row) => (row < 80 && row % 3 === 0 ? 1 : 0));
    await expect(suggest([{ way: 'youden' }], { ...book.rows, outcomes: few })).rejects.toMatchObject({ code: 'gate-closed' });
  });
});

it('keeps equal scores of the book together', () => {
  const scores = Float64Array.from([10, 20, 20, 20, 30, Number.NaN]);
  expect(mixThreshold(scores, { way: 'capacity', accounts: 2 })).toMatchObject({ threshold: 15, flagged: 1 });
  expect(mixThreshold(scores, { way: 'capacity', accounts: 4 })).toMatchObject({ threshold: 25, flagged: 4 });
  expect(mixThreshold(scores, { way: 'capacity', accounts: 9 }).threshold).toBeNull();
  expect(mixThreshold(scores, { way: 'target-share', share: 0.1 }).threshold).toBeNull();
});

it('doubts bands that are thin, do not fall, or are not told apart', () => {
  const rate = (value: number, events: number, interval: [number, number]): Estimate => ({
    ...{ value, n: 100, nMissing: 0, events, nonEvents: 100 - events, accounts: 100, interval, method: 'Wilson', warnings: [] },
  });
  expect(bandDoubts([rate(0.4, 40, [0.3, 0.5]), rate(0.1, 10, [0.05, 0.18])])).toEqual([]);
  expect(bandDoubts([rate(0.1, 10, [0.05, 0.18]), rate(0.4, 40, [0.3, 0.5])])).toEqual(['NOT_MONOTONE']);
  expect(bandDoubts([rate(0.1, 10, [0.05, 0.18]), rate(0.03, 3, [0.01, 0.09])])).toEqual(['THIN_BAND']);
  expect(bandDoubts([rate(0.12, 12, [0.05, 0.25]), rate(0.1, 10, [0.06, 0.2])])).toEqual(['WIDE_OVERLAP']);
});

describe.skipIf(!shelfIsPresent)(`the out-of-fold predictions of telco_ibm${skipReason}`, () => {
  it('give the threshold of scikit-learn’s ROC curve: its index, sensitivity and specificity', async () => {
    const predicted = readReference(join(shelf, 'telco_ibm/oof_predictions.csv'));
    const reference = JSON.parse(readFileSync(join(shelf, 'telco_ibm/reference.json'), 'utf8')).cv.logistic_regression;
    const scores = Float64Array.from(predicted, (row) => 100 * (1 - Number(row.p_lr)));
    const rows = {
      outcomes: Uint8Array.from(predicted, (row) => Number(row.y)),
      accounts: Uint32Array.from(predicted.keys()),
      asOf: new Int32Array(predicted.length),
    };
    const [youden] = await suggestThresholds(
      { rows, scores, bookScores: scores, ways: [{ way: 'youden' }], resampling: { resamples: 0, seed: 1 } },
      pace,
    );
    const { sensitivity, specificity } = youden!.table!;
    expect(sensitivity).toBeCloseTo(reference.youden_sens, 12);
    expect(specificity).toBeCloseTo(reference.youden_spec, 12);
    expect(100 - youden!.threshold!).toBeCloseTo(100 * reference.youden_threshold, 1);
  });
});
