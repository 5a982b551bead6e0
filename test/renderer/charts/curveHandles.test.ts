import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveHandles, moveCurveHandle, setIntervalPoints } from '../../../renderer/charts/curveHandles.ts';
import { type Curve, type CurveOf, curve } from '../../../shared/model/curve.ts';

const points = fc.double({ min: 0, max: 100, noNaN: true });
const value = fc.double({ min: -50, max: 500, noNaN: true });
const log1p = fc.constantFrom(undefined, true);

const steps = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }).chain((cuts) =>
  fc.record({
    kind: fc.constant('steps' as const),
    log1p,
    cuts: fc.constant(cuts.sort((one, other) => one - other).map((cut) => cut / 100)),
    points: fc.array(points, { minLength: cuts.length + 1, maxLength: cuts.length + 1 }),
  }),
);
const ramp: fc.Arbitrary<CurveOf<'ramp'>> = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 }), points, points)
  .map(([from, width, low, high]) => ({
    kind: 'ramp',
    from: { value: from, points: low },
    to: { value: from + width, points: high },
    outside: 'clamp',
  }));
const targetRange: fc.Arbitrary<CurveOf<'target-range'>> = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 }), points, points, points)
  .map(([corners, inside, below, above]) => {
    const [a, b, c, d] = corners.sort((one, other) => one - other);
    return { kind: 'target-range', rise: [a!, b!], fall: [c!, d!], inside, below, above };
  });

describe('moving a handle of a curve', () => {
  it('always leaves a valid curve', () => {
    fc.assert(
      fc.property(fc.oneof(steps, ramp, targetRange), fc.nat(5), value, points, (before, pick, to, earned) => {
        const handles = curveHandles(before);
        const handle = handles[pick % handles.length]!;
        const moved = moveCurveHandle(before, handle.id, { value: to, points: earned }, 0.01);
        expect(curve.safeParse(moved).error).toBeUndefined();
        expect(moved.kind).toBe(before.kind);
      }),
    );
  });

  it('goes exactly where it is told when nothing is in the way', () => {
    const before: Curve = { kind: 'steps', cuts: [10, 20], points: [0, 50, 100] };
    expect(moveCurveHandle(before, 'cut-0', { value: 15 }, 1)).toEqual({ ...before, cuts: [15, 20] });
    expect(moveCurveHandle(before, 'cut-0', { value: 25 }, 1)).toEqual({ ...before, cuts: [19, 20] });
    expect(moveCurveHandle(before, 'cut-9', { value: 25 }, 1)).toBe(before);
  });

  it('speaks the unit of the metric when the curve takes the logarithm first', () => {
    const before: Curve = { kind: 'steps', log1p: true, cuts: [Math.log1p(9)], points: [0, 100] };
    expect(curveHandles(before)[0]!.value).toBeCloseTo(9, 12);
    expect(moveCurveHandle(before, 'cut-0', { value: 99 }, 1)).toEqual({ ...before, cuts: [Math.log1p(99)] });
  });

  it('moves the level that belongs to a corner of a target range', () => {
    const before: Curve = { kind: 'target-range', rise: [0, 10], fall: [20, 30], inside: 100, below: 0, above: 0 };
    expect(moveCurveHandle(before, 'fall-0', { points: 90 }, 1)).toEqual({ ...before, inside: 90 });
    expect(moveCurveHandle(before, 'rise-0', { value: 12, points: 20 }, 1)).toEqual({ ...before, rise: [10, 10], below: 20 });
  });
});

it('keeps the points of an interval within 0 and 100', () => {
  const before: Curve = { kind: 'steps', cuts: [10], points: [0, 100] };
  expect(setIntervalPoints(before, 1, 120)).toEqual(before);
  expect(setIntervalPoints(before, 0, 30)).toEqual({ ...before, points: [30, 100] });
  expect(setIntervalPoints(before, 2, 30)).toBe(before);
});
