import { describe, expect, it } from 'vitest';
import { startingBands } from '../../../renderer/views/model/edit/bands.ts';
import { addCut, removeCut } from '../../../renderer/views/model/edit/cuts.ts';
import { reweigh, weightsOf } from '../../../renderer/views/model/edit/reweigh.ts';
import { baseScope } from '../../../renderer/views/model/edit/scope.ts';
import { weightScale } from '../../../renderer/views/model/edit/weightScale.ts';
import { withLogarithm } from '../../../renderer/views/model/edit/withLogarithm.ts';
import { type CurveOf, curve } from '../../../shared/model/curve.ts';
import type { Model } from '../../../shared/model/model.ts';
import { pointsOf } from '../../../shared/scoring/pointsOf.ts';

const steps: CurveOf<'steps'> = { kind: 'steps', cuts: [10, 20], points: [0, 50, 100] };
const model: Model = {
  id: 'm',
  name: 'M',
  ...startingBands,
  minimumCoverage: 0,
  caps: [],
  dimensions: (['a', 'b', 'c'] as const).map((id, index) => ({
    kind: 'metric',
    id,
    metric: id,
    weight: [50, 30, 20][index]!,
    curve: steps,
    missing: { policy: 'redistribute' },
  })),
  segments: [{ id: 's', name: 'S', where: 'true', weights: { a: 40 }, curves: {} }],
};

describe('a changed weight', () => {
  it('leaves the siblings alone, or rescales them so that the sum stays', () => {
    expect(weightsOf(reweigh(model, baseScope, 'a', 75, false))).toEqual({ a: 75, b: 30, c: 20 });
    expect(weightsOf(reweigh(model, baseScope, 'a', 75, true))).toEqual({ a: 75, b: 15, c: 10 });
    expect(reweigh(model, baseScope, 'a', 50, true)).toBe(model);
  });

  it('of a segment starts from what the segment has, and the base stays', () => {
    const changed = reweigh(model, { kind: 'segment', id: 's' }, 'b', 60, false);
    expect(changed.segments[0]!.weights).toEqual({ a: 40, b: 60 });
    expect(weightsOf(changed)).toEqual({ a: 50, b: 30, c: 20 });
  });
});

it('gives a slider a hundred steps that hold the weights', () => {
  expect(weightScale([0.35, 0.25, 0.4])).toEqual({ max: 1, step: 0.01 });
  expect(weightScale([40, 60])).toEqual({ max: 100, step: 1 });
  expect(weightScale([0, 0])).toEqual({ max: 100, step: 1 });
  expect(weightScale([250])).toEqual({ max: 1000, step: 10 });
});

describe('the edges of steps', () => {
  it('are added above the highest with the same points, and removed with the points above them', () => {
    expect(addCut(steps, 5)).toEqual({ ...steps, cuts: [10, 20, 25], points: [0, 50, 100, 100] });
    expect(removeCut(steps, 0)).toEqual({ ...steps, cuts: [20], points: [0, 100] });
    expect(addCut({ kind: 'steps', cuts: [], points: [70] }, 5)).toEqual({ kind: 'steps', cuts: [0], points: [70, 70] });
  });

  it('stay at the same values of the metric when the logarithm is taken first', () => {
    const logarithmic = withLogarithm(steps, true);
    expect(curve.safeParse(logarithmic).success).toBe(true);
    for (const value of [0, 9.9, 10.1, 19.9, 20.1, 1000]) expect(pointsOf(logarithmic, value)).toBe(pointsOf(steps, value));
    expect(withLogarithm(logarithmic, true)).toBe(logarithmic);
    const back = withLogarithm(logarithmic, false);
    for (const value of [0, 9.9, 10.1, 19.9, 20.1]) expect(pointsOf(back, value)).toBe(pointsOf(steps, value));
  });

  it('that have no logarithm fall together without breaking the curve', () => {
    expect(curve.safeParse(withLogarithm({ kind: 'steps', cuts: [-50, -10, 5], points: [1, 2, 3, 4] }, true)).error).toBeUndefined();
  });
});
