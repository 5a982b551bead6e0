import { describe, expect, it } from 'vitest';
import { backtestProbability } from '../../shared/calibration/backtestProbability.ts';
import { crossFitProbability } from '../../shared/calibration/crossFitProbability.ts';
import { groupFolds } from '../../shared/calibration/groupFolds.ts';
import { pointsToDouble, probabilityAt, probabilityCurve, probabilityMethod } from '../../shared/calibration/probabilityCurve.ts';
import { expectedAtRisk, scoreProbability } from '../../shared/calibration/scoreProbability.ts';
import { logLoss } from '../../shared/stats/logLoss.ts';
import { reliability, reliabilityEdges } from '../../shared/stats/reliability.ts';
import { pace } from './pace.ts';
import { simulatedBook } from './simulatedBook.ts';

/** Scores 0..100 with logit P(bad) = 1 - 4 x score / 100: 10 points change the odds by exp(0.4). */
const book = simulatedBook({ seed: 31, rows: 2400, trueTheta: [4], noise: 0, dates: 3 });
const scores = book.columns[0]!;
const truthAt = (score: number) => 1 / (1 + Math.exp((4 * score) / 100 - 1));

it.each([
  [999, 400, 'platt'],
  [5000, 99, 'platt'],
  [1000, 100, 'isotonic'],
])('%i rows and %i events: %s', (rows, events, method) => {
  expect(probabilityMethod(rows, events)).toBe(method);
});

describe('a curve from score to probability', () => {
  it.each(['platt', 'isotonic'] as const)('by %s only falls, and lies near the truth', (method) => {
    const curve = probabilityCurve(scores, book.rows.outcomes, 'low', method)!;
    const grid = Array.from({ length: 101 }, (_, score) => probabilityAt(curve, score));
    for (const [index, one] of grid.slice(1).entries()) expect(one).toBeLessThanOrEqual(grid[index]! + 1e-12);
    for (const score of [10, 30, 50, 70, 90]) expect(Math.abs(grid[score]! - truthAt(score))).toBeLessThan(0.09);
    expect(Math.min(...grid)).toBeGreaterThan(0);
    expect(Math.max(...grid)).toBeLessThan(1);
  });

  it('says how many points double the odds', () => {
    const platt = probabilityCurve(scores, book.rows.outcomes, 'low', 'platt')!;
    expect(pointsToDouble(platt)).toBeCloseTo((100 * Math.LN2) / 4, -0.5);
    const odds = (score: number) => probabilityAt(platt, score) / (1 - probabilityAt(platt, score));
    expect(odds(50 - pointsToDouble(platt)!) / odds(50)).toBeCloseTo(2, 9);
    expect(pointsToDouble(probabilityCurve(scores, book.rows.outcomes, 'low', 'isotonic')!)).toBe(pointsToDouble(platt));
  });

  it('is refused when the risk runs against the score, and rises for an outcome that lies high', () => {
    const kept = book.rows.outcomes.map((outcome) => 1 - outcome);
    expect(probabilityCurve(scores, kept, 'low', 'platt')).toBeNull();
    const rising = probabilityCurve(scores, kept, 'high', 'isotonic')!;
    expect(probabilityAt(rising, 90)).toBeGreaterThan(probabilityAt(rising, 10));
    expect(probabilityCurve(new Float64Array(2400).fill(50), kept, 'high', 'platt')).toBeNull();
  });
});

describe('cross-fitted probabilities', async () => {
  const made = await crossFitProbability(book.rows, scores, 'low', 3);

  it('are made without the account they are for', () => {
    expect(made).toMatchObject({ method: 'isotonic', folds: 5, skipped: 0, warnings: [] });
    const { train, test } = groupFolds(book.rows, 3).folds[2]!;
    const at = (rows: Uint32Array) => ({
      scores: Float64Array.from(rows, (row) => scores[row]!),
      outcomes: Uint8Array.from(rows, (row) => book.rows.outcomes[row]!),
    });
    const curve = probabilityCurve(at(train).scores, at(train).outcomes, 'low', 'isotonic')!;
    for (const row of test) expect(made.probabilities![row]).toBe(probabilityAt(curve, scores[row]!));
  });

  it('are calibrated where the fit on its own rows only looks so', () => {
    const own = probabilityCurve(scores, book.rows.outcomes, 'low', 'isotonic')!;
    const inSample = scores.map((score) => probabilityAt(own, score));
    const errorOf = (probabilities: Float64Array) =>
      reliability(probabilities, book.rows.outcomes, reliabilityEdges(probabilities, 10, 'quantile'))!.expectedError;
    expect(errorOf(inSample)).toBeLessThan(0.012);
    expect(errorOf(made.probabilities!)).toBeGreaterThan(errorOf(inSample));
    expect(errorOf(made.probabilities!)).toBeLessThan(0.06);
    expect(logLoss(made.probabilities!, book.rows.outcomes)!.value).toBeLessThan(logLoss(made.probabilities!, book.rows.outcomes)!.ofRate);
  });

  it('are none for withheld scores, few events, or a score the risk runs against', async () => {
    const withheld = scores.map((score, row) => (row % 10 === 0 ? Number.NaN : score));
    const { probabilities } = await crossFitProbability(book.rows, withheld, 'low', 3);
    for (let row = 0; row < 200; row++) expect(Number.isNaN(probabilities![row])).toBe(row % 10 === 0);
    const few = { ...book.rows, outcomes: Uint8Array.from(book.rows.outcomes, (_, row) => (row < 87 && row % 3 === 0 ? 1 : 0)) };
    expect(await crossFitProbability(few, scores, 'low', 3)).toMatchObject({ probabilities: null, warnings: ['FEW_EVENTS'] });
    const turned = scores.map((score) => 100 - score);
    expect(await crossFitProbability(book.rows, turned, 'low', 3)).toMatchObject({
      probabilities: null,
      warnings: ['CALIBRATION_INVERTED'],
    });
  });
});

describe('revenue at risk', async () => {
  const asked = { rows: book.rows, scores, eventsLie: 'low', method: 'platt', resampling: { resamples: 100, seed: 5 } } as const;
  const probability = (await scoreProbability(asked, pace))!;

  it('is the sum of probability and revenue, with an interval that comes from the curve', () => {
    const bookAtRisk = { scores: Float64Array.of(20, 80, Number.NaN, 50), revenue: Float64Array.of(1000, 500, 700, Number.NaN) };
    const { value, interval, n, nMissing } = expectedAtRisk(probability, bookAtRisk);
    expect(value).toBeCloseTo(1000 * probabilityAt(probability.curve, 20) + 500 * probabilityAt(probability.curve, 80), 9);
    expect([n, nMissing]).toEqual([4, 2]);
    expect(interval![0]).toBeLessThan(value!);
    expect(interval![1]).toBeGreaterThan(value!);
    expect(expectedAtRisk(probability, { scores: Float64Array.of(Number.NaN), revenue: Float64Array.of(1) })).toMatchObject({
      value: null,
      interval: null,
    });
  });
});

it('is tested backwards with what was known at each date', async () => {
  const dated = await backtestProbability(book.rows, scores, { eventsLie: 'low', gapDays: 91, seed: 1 }, pace);
  expect(dated.map(({ trainedOn }) => trainedOn)).toEqual([800, 1600]);
  for (const { predicted, observed, observations, auc } of dated) {
    expect(observations).toBe(800);
    expect(predicted).toBeGreaterThan(observed.interval![0] - 0.02);
    expect(predicted).toBeLessThan(observed.interval![1] + 0.02);
    expect(auc.value).toBeGreaterThan(0.7);
  }
  expect(await backtestProbability(book.rows, scores, { eventsLie: 'low', gapDays: 400, seed: 1 }, pace)).toEqual([]);
});
