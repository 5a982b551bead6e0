import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Curve } from '../../shared/model/curve.ts';
import { leavesOf, type Model, type Node } from '../../shared/model/model.ts';
import { advice } from '../../shared/scoring/advice.ts';
import { changeWeight } from '../../shared/scoring/changeWeight.ts';
import { effectiveWeights } from '../../shared/scoring/effectiveWeights.ts';
import { freezeCurve, meanAndDeviation, mostKnots, percentileKnots } from '../../shared/scoring/freezeCurve.ts';
import { parseSteps } from '../../shared/scoring/parseSteps.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import { rescaleToFullRange } from '../../shared/scoring/rescaleToFullRange.ts';
import { segmentModel } from '../../shared/scoring/segmentModel.ts';
import { bands } from './randomModel.ts';

const straight: Curve = { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 100, points: 100 }, outside: 'clamp' };
const leaf = (id: string, weight: number, more: { locked?: boolean; curve?: Curve } = {}): Node => ({
  ...{ kind: 'metric', id, metric: id, weight, curve: straight, missing: { policy: 'redistribute' } },
  ...more,
});
const modelOf = (dimensions: Node[]): Model => ({
  ...{ id: 'm', name: 'M', dimensions, bands, cuts: [60, 80], minimumCoverage: 0, segments: [], caps: [] },
});
const weightsOf = (model: Model) => Object.fromEntries(leavesOf(model.dimensions).map(({ id, weight }) => [id, weight]));

describe('changing a weight', () => {
  const model = modelOf([leaf('a', 40), leaf('b', 30), leaf('c', 20), leaf('d', 10, { locked: true })]);

  it('changes only itself, or rescales the unlocked siblings so that the sum stays', () => {
    expect(weightsOf(changeWeight(model, 'a', 50, { rescaleSiblings: false }))).toEqual({ a: 50, b: 30, c: 20, d: 10 });
    expect(weightsOf(changeWeight(model, 'a', 65, { rescaleSiblings: true }))).toEqual({ a: 65, b: 15, c: 10, d: 10 });
  });

  it('stops where the siblings are used up, and at 0', () => {
    expect(weightsOf(changeWeight(model, 'a', 500, { rescaleSiblings: true }))).toEqual({ a: 90, b: 0, c: 0, d: 10 });
    expect(weightsOf(changeWeight(model, 'a', -5, { rescaleSiblings: false }))).toMatchObject({ a: 0 });
  });

  it('says so when no sibling can give way', () => {
    const stuck = modelOf([leaf('a', 40), leaf('b', 0), leaf('d', 10, { locked: true })]);
    expect(() => changeWeight(stuck, 'a', 50, { rescaleSiblings: true })).toThrow('The weight of "a" cannot move');
  });

  it('keeps the sum whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        (weights, wanted) => {
          const before = modelOf(weights.map((weight, index) => leaf(`n${index}`, weight)));
          const after = changeWeight(before, 'n0', wanted, { rescaleSiblings: true });
          const sum = (model: Model) => Object.values(weightsOf(model)).reduce((total, weight) => total + weight, 0);
          expect(sum(after)).toBeCloseTo(sum(before), 8);
        },
      ),
    );
  });
});

it('effective weights leave out what can have no effect', () => {
  const empty: Node = { kind: 'group', id: 'g', name: 'G', weight: 5, children: [leaf('x', 0)] };
  expect(Object.fromEntries(effectiveWeights(modelOf([leaf('a', 1), leaf('b', 3), empty])))).toEqual({ a: 0.25, b: 0.75, g: 0, x: 0 });
});

it('a segment inherits what it does not override', () => {
  const base = modelOf([leaf('a', 1), leaf('b', 1)]);
  const segment = { id: 's', name: 'S', where: 'a > 1', weights: { b: 3 }, curves: { a: { ...straight, outside: 'missing' as const } } };
  const model = segmentModel(base, segment);
  expect(weightsOf(model)).toEqual({ a: 1, b: 3 });
  expect(model.dimensions[0]).toMatchObject({ curve: { outside: 'missing' } });
  expect(model.cuts).toEqual([60, 80]);
  expect(weightsOf(segmentModel({ ...base, dimensions: [leaf('a', 7), leaf('b', 1)] }, segment))).toEqual({ a: 7, b: 3 });
});

describe('freezing a reference', () => {
  it('keeps every value with its mid-rank share when they are few', () => {
    expect(
      percentileKnots([
        { value: 1, count: 1 },
        { value: 5, count: 2 },
        { value: 9, count: 1 },
      ]),
    ).toEqual([
      [1, 0.125],
      [5, 0.5],
      [9, 0.875],
    ]);
  });

  it('keeps at most 201 of many, the first and last among them, each a share that is true, and is close everywhere', () => {
    const values = Array.from({ length: 5000 }, (_, index) => ({ value: index ** 1.5, count: 1 + (index % 3) }));
    const knots = percentileKnots(values);
    expect(knots.length).toBeLessThanOrEqual(mostKnots);
    expect(knots.length).toBeGreaterThan(190);
    expect([knots[0]![0], knots.at(-1)![0]]).toEqual([0, 4999 ** 1.5]);
    const total = values.reduce((sum, { count }) => sum + count, 0);
    let below = 0;
    for (const { value, count } of values) {
      const share = (below + count / 2) / total;
      below += count;
      const points = pointsOf({ kind: 'percentile', direction: 'higher', knots }, value)!;
      expect(Math.abs(points / 100 - share)).toBeLessThan(0.001);
    }
  });

  it('takes mean and population deviation, on the log1p scale where the curve does', () => {
    expect(
      meanAndDeviation([
        { value: 2, count: 3 },
        { value: 4, count: 1 },
      ]),
    ).toEqual({ mean: 2.5, sd: Math.sqrt(0.75) });
    const curve: Curve = { kind: 'z-score', direction: 'higher', log1p: true, reference: null };
    const frozen = freezeCurve(
      curve,
      [
        { value: 0, count: 1 },
        { value: Math.E - 1, count: 1 },
        { value: -3, count: 9 },
      ],
      '2026-03-31',
    );
    expect(frozen).toMatchObject({ reference: { mean: 0.5, sd: 0.5 }, frozenOn: '2026-03-31' });
    expect(pointsOf(frozen, Math.E - 1)).toBeCloseTo(100 / (1 + Math.exp(-1)), 10);
  });

  it('refuses to take one from nothing', () => {
    expect(() => freezeCurve({ kind: 'percentile', direction: 'higher', knots: [] }, [], '2026-03-31')).toThrow('There is no value');
  });
});

describe('a text scheme', () => {
  it('becomes steps, and every gap is said', () => {
    expect(parseSteps('>= 70 = 100, 50-69 = 70; <50 = 30')).toEqual({
      curve: { kind: 'steps', cuts: [50, 70], points: [30, 70, 100] },
      gaps: [{ from: 69, to: 70, points: 70 }],
      overlaps: [],
    });
  });

  it('every overlap too, and what comes after it is as before', () => {
    expect(parseSteps('0-100 = 50\n20-30 = 70')).toMatchObject({
      gaps: [
        { from: null, to: 0, points: 50 },
        { from: 100, to: null, points: 50 },
      ],
      overlaps: [{ from: 20, to: 30 }],
    });
    const { curve } = parseSteps('0-100 = 50\n20-30 = 70');
    expect([19, 20, 30, 30.1].map((value) => pointsOf(curve, value))).toEqual([50, 70, 70, 50]);
  });

  it('"more than" begins just above', () => {
    const { curve, gaps } = parseSteps('≤ 2 = 100 points, 3-5 -> 70, >5: 30 pts');
    expect([2, 2.5, 3, 5, 5.0000001, 6].map((value) => pointsOf(curve, value))).toEqual([100, 100, 70, 70, 30, 30]);
    expect(gaps).toEqual([{ from: 2, to: 3, points: 100 }]);
  });

  it('reads percent signs, thousands and open ends', () => {
    expect(parseSteps('80%+ = 100, 60% - 79% = 70')).toMatchObject({
      curve: { cuts: [80], points: [70, 100] },
      gaps: [
        { from: null, to: 60 },
        { from: 79, to: 80 },
      ],
    });
    expect(parseSteps('< 1,000 = 30; 1,000+ = 100').curve).toMatchObject({ cuts: [1000], points: [30, 100] });
  });

  it.each([
    ['', 1],
    ['50-69 = 70, low = 30', 13],
    ['50-69 = 170', 1],
    ['>= 70 = 100, 69-50 = 70', 14],
  ])('says where "%s" cannot be read', (text, position) => {
    expect(() => parseSteps(text)).toThrow(
      expect.objectContaining({ code: 'expression-invalid', detail: expect.objectContaining({ position }) }),
    );
  });
});

describe('advice', () => {
  const codes = (model: Model) => advice(model).map(({ code, node }) => (node ? `${code} ${node}` : code));

  it('is silent for six equal factors that use the whole range', () => {
    expect(codes(modelOf(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => leaf(id, 1))))).toEqual([]);
  });

  it('names what has no effect, is not frozen, too small, or out of reach', () => {
    const floor: Curve = { kind: 'steps', cuts: [50], points: [65, 70] };
    const model = modelOf([
      leaf('a', 1, { curve: floor }),
      leaf('b', 0.1, { curve: floor }),
      leaf('c', 0),
      { kind: 'group', id: 'g', name: 'G', weight: 1, children: [leaf('x', 0)] },
    ]);
    expect(codes({ ...model, segments: [{ id: 's', name: 'S', where: 'a > 1', weights: { gone: 1 }, curves: {} }] })).toEqual([
      'range-not-full',
      'band-out-of-reach',
      'band-out-of-reach',
      'swing-small b',
      'factors-unusual',
      'group-without-effect g',
      'override-without-node',
    ]);
    const frozen = { kind: 'percentile' as const, direction: 'higher' as const, knots: [] };
    expect(codes(modelOf([leaf('a', 1, { curve: frozen })]))).toContain('reference-not-frozen a');
    expect(codes(modelOf([leaf('a', 0)]))).toEqual(['all-weights-zero']);
  });

  it('a model of one reachable score cannot be stretched', () => {
    expect(() => rescaleToFullRange(modelOf([leaf('a', 1, { curve: { kind: 'steps', cuts: [], points: [50] } })]))).toThrow(
      'it can reach only one score',
    );
  });
});
