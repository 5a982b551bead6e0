import { describe, expect, it } from 'vitest';
import { challengerTerms } from '../../shared/calibration/challengerTerms.ts';
import { fitRidge } from '../../shared/calibration/fitRidge.ts';
import { runChallenger } from '../../shared/calibration/runChallenger.ts';
import { splineTerms } from '../../shared/calibration/splineTerms.ts';
import { seededRandom } from '../../shared/stats/seededRandom.ts';
import { newPacer, pace } from './pace.ts';

const rows = 1300;
const random = seededRandom(41);
const [x, y] = [0, 1].map(() => Float64Array.from({ length: rows }, () => random()));
const accounts = Uint32Array.from({ length: rows }, (_, row) => row);
const asOf = new Int32Array(rows);
const happen = (logitOf: (row: number) => number) =>
  Uint8Array.from({ length: rows }, (_, row) => (random() < 1 / (1 + Math.exp(-logitOf(row))) ? 1 : 0));
const every = Uint32Array.from(accounts);
const score = x!.map((value) => 100 * value);
const challenge = (outcomes: Uint8Array, kind: 'splines' | 'pairs') =>
  runChallenger({ rows: { outcomes, accounts, asOf }, metrics: [x!, y!], score, kind, seed: 2 }, pace);

describe('a challenger', () => {
  it('with splines finds the bend a straight score misses, and with pairs what two metrics do together', async () => {
    const bent = await challenge(
      happen((row) => 40 * (x![row]! - 0.5) ** 2 - 3),
      'splines',
    );
    expect(bent.auc!.difference.interval![0]).toBeGreaterThan(0.1);
    expect(bent).toMatchObject({ terms: 8, warnings: [] });
    expect(bent.sentence).toMatch(/higher than the score \(95 % 0\.\d+ to 0\.\d+\): that is the price/);
    const together = happen((row) => 12 * (x![row]! - 0.5) * (y![row]! - 0.5));
    const paired = await challenge(together, 'pairs');
    expect(paired.auc!.difference.interval![0]).toBeGreaterThan(0.05);
    expect(paired.terms).toBe(3);
  });

  it('gains nothing where the score says all there is', async () => {
    const straight = await challenge(
      happen((row) => 2 - 4 * x![row]!),
      'splines',
    );
    expect(Math.abs(straight.auc!.difference.value!)).toBeLessThan(0.02);
    expect(straight.auc!.difference.interval![0]).toBeLessThan(0);
  });

  it('is not tried below 500 events', async () => {
    const few = Uint8Array.from({ length: rows }, (_, row) => (row < 499 ? 1 : 0));
    expect(await challenge(few, 'splines')).toMatchObject({ auc: null, penalty: null, warnings: ['FEW_EVENTS'] });
  });
});

it('is straight outside the outer knots, as a restricted spline is', () => {
  const terms = splineTerms(x!, every);
  const steps = (from: number) => {
    const [, ...cubic] = terms(Float64Array.of(from, from + 0.5, from + 1));
    return cubic.map(([one, two, three]) => two! - one! - (three! - two!));
  };
  for (const curvature of [...steps(2), ...steps(-4)]) expect(Math.abs(curvature)).toBeLessThan(1e-9);
  expect(terms(x!)).toHaveLength(4);
});

it('says where a value is missing, and forms a product for every pair', () => {
  const gaps = x!.map((value, row) => (row % 2 === 0 ? Number.NaN : value));
  const columns = splineTerms(gaps, every)(gaps);
  expect(columns).toHaveLength(5);
  expect([...columns.at(-1)!.slice(0, 4)]).toEqual([1, 0, 1, 0]);
  expect(challengerTerms([x!, y!, x!, y!], 'pairs', every)).toHaveLength(4 + 6);
});

it('fits as scikit-learn does', async () => {
  // LogisticRegression(C=0.5).fit(StandardScaler().fit_transform(X), y).predict_proba(...)[:, 1] of scikit-learn 1.2.1.
  const one = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const other = Float64Array.of(2, 1, 4, 3, 6, 5, 9, 7);
  const outcomes = Uint8Array.of(0, 1, 0, 0, 1, 0, 1, 1);
  const { probabilities } = await fitRidge([one, other], outcomes, Uint32Array.from(outcomes.keys()), 2, newPacer());
  const expected = [0.307487, 0.30754, 0.430255, 0.430315, 0.562243, 0.562303, 0.713818, 0.686024];
  for (const [row, probability] of expected.entries()) expect(probabilities(Uint32Array.of(row))[0]).toBeCloseTo(probability, 4);
});
