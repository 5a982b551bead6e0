import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designOf } from '../../shared/calibration/design.ts';
import { fitWeights } from '../../shared/calibration/fitWeights.ts';
import { logisticLoss } from '../../shared/calibration/logisticLoss.ts';
import type { ShareLimit } from '../../shared/calibration/shareConstraints.ts';
import { seededRandom } from '../../shared/stats/seededRandom.ts';
import { shelfIsPresent, skipReason } from '../datasets/shelf.ts';
import { newPacer } from './pace.ts';
import { pointsOfFit, readPointsFit } from './pointsFit.ts';
import { readRavenstack } from './ravenstack.ts';
import { simulatedBook } from './simulatedBook.ts';
import { readTelco } from './telco.ts';

const boundsEach = (minimum: readonly number[], maximum: readonly number[]): ShareLimit[] =>
  minimum.map((least, index) => ({ columns: [index], minimum: least, maximum: maximum[index]! }));

describe.skipIf(!shelfIsPresent)(`the reference fits${skipReason}`, () => {
  it.each([
    ['telco_ibm', 0, readTelco],
    ['telco_ibm', 1, readTelco],
    ['ravenstack', 0, readRavenstack],
  ] as const)(
    'of %s (%i) are met, free and bounded: objective to 1e-6, weights to 0.05 points, conditions of a minimum to 1e-6',
    async (set, nth, read) => {
      const fit = readPointsFit(set)[nth]!;
      const { values, rows } = read();
      const design = designOf(pointsOfFit(fit, values), rows.outcomes);
      const limits = { free: [], bounded: boundsEach(fit.bounded.w_min, fit.bounded.w_max) };
      for (const kind of ['free', 'bounded'] as const) {
        const fitted = await fitWeights({ design, current: null, pull: fit.lam, limits: limits[kind] }, newPacer());
        expect(Math.abs(fitted.objective / fit[kind].objective - 1)).toBeLessThan(1e-6);
        expect(fitted.deviation).toBeLessThan(1e-6);
        for (const [index, weight] of fit[kind].weights.entries()) expect(Math.abs(fitted.shares![index]! - weight)).toBeLessThan(0.05);
        expect(fitted.intercept).toBeCloseTo(fit[kind].b0, 3);
      }
    },
  );
});

describe('a fit of weights', () => {
  const book = simulatedBook({ seed: 3, rows: 3000, trueTheta: [4, 2, 0, 1], noise: 0 });
  const design = designOf(book.columns, book.rows.outcomes);
  const fit = (options: { current?: number[]; pull?: number; limits?: ShareLimit[] }) =>
    fitWeights({ design, current: options.current ?? null, pull: options.pull ?? 0.001, limits: options.limits ?? [] }, newPacer());

  it('recovers the weights the outcome was made from when nothing pulls and no bound binds', async () => {
    const { shares, theta } = await fit({});
    expect(theta[0]).toBeGreaterThan(3);
    for (const [index, truth] of [4, 2, 0, 1].entries()) expect(Math.abs(shares![index]! - (100 * truth) / 7)).toBeLessThan(6);
  });

  it('comes nearer to the current weights the more it is pulled, and to them in the end', async () => {
    const current = [10, 20, 30, 40];
    const distances: number[] = [];
    for (const pull of [0.1, 10, 100, 1000, 1e4, 1e7]) {
      const { shares } = await fit({ current, pull });
      distances.push(Math.hypot(...shares!.map((share, index) => share - current[index]!)));
    }
    for (const [index, distance] of distances.slice(1).entries()) expect(distance).toBeLessThan(distances[index]!);
    expect(distances.at(-1)).toBeLessThan(0.01);
  });

  it('keeps bounds, locks and the sum of a group exactly', async () => {
    const limits = [
      { columns: [0], minimum: 0, maximum: 20 },
      { columns: [2], minimum: 15, maximum: 15 },
      { columns: [2, 3], minimum: 50, maximum: 100 },
    ];
    const { shares, deviation } = await fit({ limits });
    expect(shares![0]).toBeCloseTo(20, 6);
    expect(shares![2]).toBeCloseTo(15, 6);
    expect(shares![2]! + shares![3]!).toBeGreaterThan(50 - 1e-6);
    expect(shares!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9);
    expect(deviation).toBeLessThan(1e-6);
  });

  it('is no better anywhere else within the bounds', async () => {
    const limits = boundsEach([5, 5, 5, 5], [40, 40, 40, 40]);
    const { theta, intercept, objective } = await fit({ limits, pull: 1 });
    const random = seededRandom(5);
    const objectiveAt = (coefficients: readonly number[], at: number) => {
      const x = Float64Array.from([at, ...coefficients.map((value, index) => (value * design.deviations[index]!) / 100)]);
      x[0] = at - coefficients.reduce((sum, value, index) => sum + (value * design.means[index]!) / 100, 0);
      return logisticLoss(design, x).loss + x.slice(1).reduce((sum, value) => sum + (value * value) / 2, 0);
    };
    expect(objectiveAt(theta, intercept)).toBeCloseTo(objective, 6);
    for (let trial = 0; trial < 200; trial++) {
      const elsewhere = theta.map((value) => Math.max(0, value + 0.2 * (random() - 0.5)));
      const total = elsewhere.reduce((sum, value) => sum + value, 0);
      if (elsewhere.every((value) => value >= 0.05 * total && value <= 0.4 * total))
        expect(objectiveAt(elsewhere, intercept + 0.1 * (random() - 0.5))).toBeGreaterThanOrEqual(objective - 1e-9);
    }
  });

  it('gives a metric that points the wrong way exactly 0', async () => {
    const turned = designOf([book.columns[0]!, book.columns[1]!.map((points) => 100 - points)], book.rows.outcomes);
    const { theta } = await fitWeights({ design: turned, current: null, pull: 1, limits: [] }, newPacer());
    expect(theta[1]).toBe(0);
    expect(theta[0]).toBeGreaterThan(1);
  });

  it('has no weights when every metric points the wrong way', async () => {
    const wrong = [0, 1, 3].map((column) => book.columns[column]!.map((points) => 100 - points));
    const problem = { design: designOf(wrong, book.rows.outcomes), current: [50, 25, 25], pull: 1, limits: [] };
    expect((await fitWeights(problem, newPacer())).shares).toBeNull();
  });

  it('stays finite when the outcome is separated perfectly', async () => {
    const separated = designOf(
      [book.columns[0]!],
      Uint8Array.from(book.columns[0]!, (points) => (points < 40 ? 1 : 0)),
    );
    const { theta, objective } = await fitWeights({ design: separated, current: [100], pull: 1, limits: [] }, newPacer());
    expect(Number.isFinite(theta[0])).toBe(true);
    expect(objective).toBeLessThan(1);
  });

  it('leaves a constant and an entirely missing metric without weight, and takes the mean for a missing value', async () => {
    const gaps = book.columns[1]!.map((points, row) => (row % 3 === 0 ? Number.NaN : points));
    const columns = [book.columns[0]!, new Float64Array(3000).fill(50), new Float64Array(3000).fill(Number.NaN), gaps];
    const odd = designOf(columns, book.rows.outcomes);
    const { shares, means } = await fitWeights({ design: odd, current: null, pull: 1, limits: [] }, newPacer());
    expect(shares![1]).toBe(0);
    expect(shares![2]).toBe(0);
    expect(odd.missing).toEqual([0, 0, 3000, 1000]);
    const present = gaps.filter((points) => !Number.isNaN(points));
    expect(means[3]).toBeCloseTo(present.reduce((sum, points) => sum + points, 0) / present.length, 9);
  });

  it('obeys any limits that can be obeyed: locks, groups, twins, constants', async () => {
    const columns = [...book.columns, book.columns[0]!, new Float64Array(3000).fill(60)];
    const odd = designOf(columns, book.rows.outcomes);
    const amount = fc.integer({ min: 1, max: 20 });
    const limits = fc.record({
      inside: fc.array(amount, { minLength: 6, maxLength: 6 }),
      sets: fc.array(
        fc.record({
          columns: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
          below: fc.constantFrom(0, 0, 3, 50),
          above: fc.constantFrom(0, 0, 4),
        }),
        { maxLength: 6 },
      ),
      constantHas: fc.constantFrom(0, 7),
      pull: fc.constantFrom(0.1, 10, 1e5),
    });
    await fc.assert(
      fc.asyncProperty(limits, async ({ inside, sets, constantHas, pull }) => {
        const left = 100 - constantHas;
        const five = inside.slice(0, 5);
        const whole = five.reduce((sum, one) => sum + one, 0);
        const known = five.map((one) => (left * one) / whole);
        const asked: ShareLimit[] = sets.map(({ columns, below, above }) => {
          const share = columns.reduce((sum, column) => sum + known[column]!, 0);
          return { columns, minimum: Math.max(0, share - below), maximum: Math.min(100, share + above) };
        });
        if (constantHas > 0) asked.push({ columns: [5], minimum: constantHas, maximum: constantHas });
        const { shares, deviation } = await fitWeights({ design: odd, current: inside, pull, limits: asked }, newPacer());
        expect(deviation).toBeLessThan(1e-5);
        for (const { columns, minimum, maximum } of asked) {
          const share = columns.reduce((sum, column) => sum + shares![column]!, 0);
          expect(share).toBeGreaterThan(minimum - 1e-4);
          expect(share).toBeLessThan(maximum + 1e-4);
        }
        expect(shares!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 8);
        for (const share of shares!) expect(share).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('gives the same on many rows, where it learns the curvature, as on each of them counted once more', async () => {
    const many = simulatedBook({ seed: 9, rows: 12_000, trueTheta: [3, 1, 2], noise: 0 });
    const once = designOf(many.columns, many.rows.outcomes);
    const half = Uint32Array.from({ length: 6000 }, (_, row) => row);
    const twice = designOf(many.columns, many.rows.outcomes, Uint32Array.from([...half, ...half]));
    const weighted = designOf(many.columns, many.rows.outcomes, half, new Float64Array(6000).fill(2));
    const problem = { current: null, pull: 2, limits: [] };
    const [repeated, counted] = [
      await fitWeights({ ...problem, design: twice }, newPacer()),
      await fitWeights({ ...problem, design: weighted }, newPacer()),
    ];
    expect(repeated.objective / counted.objective).toBeCloseTo(1, 9);
    for (const [index, share] of counted.shares!.entries()) expect(repeated.shares![index]).toBeCloseTo(share, 3);
    expect((await fitWeights({ ...problem, design: once }, newPacer())).deviation).toBeLessThan(1e-6 * 12_000);
  });
});
