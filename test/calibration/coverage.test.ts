import { expect, it } from 'vitest';
import {
  expectedAtRisk,
  expectedRate,
  pointsToDoubleRange,
  probabilityRange,
  scoreProbability,
} from '../../shared/calibration/scoreProbability.ts';
import { suggestThresholds } from '../../shared/calibration/suggestThresholds.ts';
import { pace } from './pace.ts';
import { simulatedBook } from './simulatedBook.ts';

/** Accounts of two dates whose logit P(bad) is 0.7 - 3 x score / 100: about one in three leaves. */
const madeUp = (seed: number) => {
  const { rows, columns } = simulatedBook({ seed, rows: 360, trueTheta: [3], noise: 0, dates: 2, intercept: 0.7 });
  return { rows, scores: columns[0]! };
};
const truthAt = (score: number) => 1 / (1 + Math.exp((3 * score) / 100 - 0.7));

/** A book whose expectations are known. */
const scores = Float64Array.from({ length: 50 }, (_, account) => 2 * account + 1);
const revenue = scores.map((score) => 100 + (score % 7) * 1000);

it('holds probabilities, the expected rate, the revenue at risk and the points that double the odds in some 95 % of repeated histories', async () => {
  const runs = 100;
  const truths = [
    ...[20, 50, 80].map(truthAt),
    scores.reduce((sum, score) => sum + truthAt(score) / scores.length, 0),
    scores.reduce((sum, score, account) => sum + truthAt(score) * revenue[account]!, 0),
    (100 * Math.LN2) / 3,
  ];
  const held = truths.map(() => 0);
  for (let run = 0; run < runs; run++) {
    const resampling = { resamples: 60, seed: run };
    const probability = (await scoreProbability({ ...madeUp(1000 + run), eventsLie: 'low', method: 'platt', resampling }, pace))!;
    const intervals = [
      ...[20, 50, 80].map((score) => probabilityRange(probability, score)).map(({ low, high }) => [low, high]),
      expectedRate(probability, scores).interval!,
      expectedAtRisk(probability, { scores, revenue }).interval!,
      pointsToDoubleRange(probability)!,
    ];
    for (const [index, [low, high]] of intervals.entries()) if (low! <= truths[index]! && truths[index]! <= high!) held[index]!++;
  }
  // Three standard errors of 100 runs are 0.065. Draws that fix how many accounts left hold the rate in 0.75.
  for (const count of held) expect(count / runs).toBeGreaterThan(0.86);
});

it('lets the range of a threshold by cost tell that the outcome may be more common than it was', async () => {
  // 36 of the 160 accounts in the middle left: 0.225, where a cost of 2.8 to 1 flags from 1 / 3.8 = 0.263 on.
  const levels = [
    [20, 20, 10],
    [50, 160, 36],
    [80, 20, 5],
  ].flatMap(([score, count, events]) =>
    Array.from({ length: count! }, (_, place) => ({ score: score!, outcome: place < events! ? 1 : 0 })),
  );
  const rows = {
    outcomes: Uint8Array.from(levels, ({ outcome }) => outcome),
    accounts: Uint32Array.from(levels.keys()),
    asOf: new Int32Array(levels.length),
  };
  const asked = { rows, scores: Float64Array.from(levels, ({ score }) => score), bookScores: scores };
  const [suggested] = await suggestThresholds(
    { ...asked, ways: [{ way: 'cost', ratio: 2.8 }], resampling: { resamples: 400, seed: 1 } },
    pace,
  );
  expect(suggested).toMatchObject({ threshold: 35, range: [35, 65] });
});
