import type { Curve, CurveOf } from '../model/curve.ts';
import { pointsOf } from '../scoring/pointsOf.ts';
import { slopeBetween } from '../scoring/slopeBetween.ts';

/** A curve for numbers. */
export type NumericCurve = Exclude<Curve, CurveOf<'categories'>>;

/**
 * Writes what each value (NaN = missing; of log1p curves on that scale) earns by a curve, NaN for nothing: `pointsOf`, in loops fast
 * enough for every frame of a drag.
 */
export function fillPoints(curve: NumericCurve, values: Float64Array, points: Float64Array): void {
  if (curve.kind === 'steps') fillSteps(curve, values, points);
  else if (curve.kind === 'ramp') fillRamp(curve, values, points);
  else if (curve.kind === 'percentile' && curve.knots.length > 0) fillPercentile(curve, values, points);
  else {
    const plain = { ...curve, log1p: false };
    for (let place = 0; place < values.length; place++) points[place] = pointsOf(plain, values[place]!) ?? Number.NaN;
  }
}

function fillSteps({ cuts, points: earned }: CurveOf<'steps'>, values: Float64Array, points: Float64Array): void {
  const edges = Float64Array.from(cuts);
  const steps = Float64Array.from(earned);
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    let step = 0;
    for (let cut = 0; cut < edges.length; cut++) step += value >= edges[cut]! ? 1 : 0;
    points[place] = Number.isNaN(value) ? Number.NaN : steps[step]!;
  }
}

function fillRamp({ from, to, outside }: CurveOf<'ramp'>, values: Float64Array, points: Float64Array): void {
  const slope = slopeBetween([from.value, from.points], [to.value, to.points]);
  const [low, high] = outside === 'missing' ? [Number.NaN, Number.NaN] : [from.points, to.points];
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    if (value < from.value) points[place] = low;
    else if (value > to.value) points[place] = high;
    else points[place] = value === to.value ? to.points : from.points + (value - from.value) * slope;
  }
}

function fillPercentile({ knots, direction }: CurveOf<'percentile'>, values: Float64Array, points: Float64Array): void {
  const at = Float64Array.from(knots, ([value]) => value);
  const shares = Float64Array.from(knots, ([, share]) => share);
  const slopes = Float64Array.from(knots, (knot, index) => (index + 1 < knots.length ? slopeBetween(knot, knots[index + 1]!) : 0));
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    let [low, high] = [0, at.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value < at[middle]!) high = middle;
      else low = middle + 1;
    }
    const share = low === 0 ? shares[0]! : shares[low - 1]! + (value - at[low - 1]!) * slopes[low - 1]!;
    points[place] = Number.isNaN(value) ? Number.NaN : 100 * (direction === 'higher' ? share : 1 - share);
  }
}
