import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Curve } from '../../shared/model/curve.ts';
import { leavesOf } from '../../shared/model/model.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import { blockRows } from '../../shared/whatIf/NodeSums.ts';
import { type NumericCurve, pointsFiller } from '../../shared/whatIf/pointsFiller.ts';
import { randomModel } from '../scoring/randomModel.ts';

function expectPointsOfReference(curve: NumericCurve, some: readonly number[]): void {
  const edges = edgesOf(curve);
  const values = Float64Array.from([...some, ...edges, ...edges.map((edge) => edge - 1e-12), Number.NaN]).subarray(0, blockRows);
  const points = new Float64Array(values.length + 1).fill(-1);
  pointsFiller(curve)(values, points);
  const plain = { ...curve, log1p: false };
  for (const [index, value] of values.entries()) {
    const expected = pointsOf(plain, value);
    if (expected === null) expect(points[index]).toBeNaN();
    else expect(points[index]).toBeCloseTo(expected, 9);
  }
  expect(points.at(-1)).toBe(-1);
}

it('earns the points of the reference, at every edge of a curve', () => {
  fc.assert(
    fc.property(randomModel, fc.array(fc.double({ min: -10, max: 130 }), { maxLength: 10 }), (model, some) => {
      for (const { curve } of leavesOf(model.dimensions)) if (curve.kind !== 'categories') expectPointsOfReference(curve, some);
    }),
    { numRuns: 150 },
  );
});

it('does so where edges lie close together beside a wide gap, are one, or are more than there was room for', () => {
  const close = Array.from({ length: 200 }, (_, index) => Math.exp(index / 10));
  const knots = close.map((value, index): [number, number] => [value, index / 199]);
  const cuts = Array.from({ length: 1000 }, (_, index) => index ** 3);
  const corners = { rise: [10, 10] as [number, number], fall: [10, 10] as [number, number], inside: 100, below: 20, above: 5 };
  const curves: NumericCurve[] = [
    { kind: 'percentile', direction: 'higher', knots },
    { kind: 'percentile', direction: 'lower', knots: [...knots.map(([value, share]): [number, number] => [-1 / value, share]), [1e12, 1]] },
    { kind: 'percentile', direction: 'lower', knots: [[5, 0.4]] },
    { kind: 'steps', cuts, points: [0, ...cuts.map((_, index) => index / 10)] },
    { kind: 'steps', cuts: [], points: [30] },
    { kind: 'target-range', ...corners },
    { kind: 'target-range', ...corners, rise: [-5, 10], fall: [10, 0.1 + 10] },
    { kind: 'target-range', ...corners, rise: [0, 0], fall: [0, 0] },
    { kind: 'target-range', ...corners, rise: [-1e-310, 0], fall: [0, 1e-320] },
    { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 1e-307, points: 100 }, outside: 'clamp' },
    { kind: 'steps', cuts: [-1.6e308, 1.6e308], points: [10, 20, 30] },
    { kind: 'steps', cuts: [-1.7e308, 0, 1, 1.7e308], points: [10, 20, 30, 40, 50] },
    { kind: 'ramp', from: { value: -1e-300, points: 90 }, to: { value: 0, points: 10 }, outside: 'missing' },
    { kind: 'ramp', from: { value: -7, points: 90 }, to: { value: -1, points: 10 }, outside: 'missing' },
    { kind: 'z-score', direction: 'lower', reference: { mean: 7, sd: 0 } },
    { kind: 'z-score', direction: 'lower', reference: { mean: 7, sd: 1e-320 } },
    { kind: 'z-score', direction: 'higher', reference: { mean: 1e5, sd: 3e4 } },
    { kind: 'z-score', direction: 'higher', reference: null },
    { kind: 'percentile', direction: 'higher', knots: [] },
  ];
  const some = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e300,
    -1e300,
    1.65e308,
    -1.65e308,
    1e-308,
    -1,
    2,
    0,
    -0,
    7,
    ...close.map((one) => one * 1.01),
  ];
  for (const curve of curves) {
    expectPointsOfReference(curve, some);
    // A whole block: what lies behind the values is then not as it was at first.
    expectPointsOfReference(
      curve,
      Array.from({ length: blockRows }, (_, index) => some[index % some.length]!),
    );
  }
});

it('is not mixed up by curves in turn', () => {
  const steps = (points: number): Curve & { kind: 'steps' } => ({ kind: 'steps', cuts: [1, 2], points: [0, points, 100] });
  const [one, other] = [pointsFiller(steps(10)), pointsFiller(steps(20))];
  const points = new Float64Array(3);
  const earned = (fill: typeof one) => {
    fill(Float64Array.of(0, 1, 2), points);
    return [...points];
  };
  expect([earned(one), earned(other), earned(one)]).toEqual([
    [0, 10, 100],
    [0, 20, 100],
    [0, 10, 100],
  ]);
});

function edgesOf(curve: NumericCurve): number[] {
  switch (curve.kind) {
    case 'steps':
      return curve.cuts;
    case 'ramp':
      return [curve.from.value, curve.to.value];
    case 'target-range':
      return [...curve.rise, ...curve.fall];
    case 'percentile':
      return curve.knots.map(([value]) => value);
    case 'z-score':
      return [];
  }
}
