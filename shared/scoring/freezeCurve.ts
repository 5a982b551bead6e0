import { Failure } from '../failure.ts';
import type { Curve } from '../model/curve.ts';

/** A value of a metric and how many observations have it. */
export interface ValueCount {
  value: number;
  count: number;
}

/** Most knots a percentile reference keeps. */
export const mostKnots = 201;

/**
 * A percentile or z-score curve with its reference taken from these values, which are distinct, in any order; other curves as they
 * are. With log1p the reference is on the log1p scale. @throws Failure `reference-empty` when there is no value
 */
export function freezeCurve(curve: Curve, values: readonly ValueCount[], frozenOn: string): Curve {
  if (curve.kind !== 'percentile' && curve.kind !== 'z-score') return curve;
  const scaled = curve.log1p
    ? values.filter(({ value }) => value > -1).map(({ value, count }) => ({ value: Math.log(1 + value), count }))
    : [...values];
  const sorted = scaled.sort((one, other) => one.value - other.value);
  if (sorted.length === 0) throw new Failure('reference-empty');
  return curve.kind === 'percentile'
    ? { ...curve, knots: percentileKnots(sorted), frozenOn }
    : { ...curve, reference: meanAndDeviation(sorted), frozenOn };
}

/**
 * Knots (value, mid-rank share) of ascending distinct values: every value when they are few enough, else those nearest to evenly spread
 * shares, the first and the last among them. The mid-rank share of a value = (count below + half of its own) / n.
 */
export function percentileKnots(values: readonly ValueCount[]): [number, number][] {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  let below = 0;
  const all = values.map(({ value, count }): [number, number] => {
    const share = (below + count / 2) / total;
    below += count;
    return [value, share];
  });
  if (all.length <= mostKnots) return distinctValues(all);
  const chosen = new Set<number>([0, all.length - 1]);
  let at = 0;
  for (let step = 1; step < mostKnots - 1; step++) {
    const wanted = step / (mostKnots - 1);
    while (at < all.length - 1 && all[at]![1] < wanted) at += 1;
    const nearer = at > 0 && wanted - all[at - 1]![1] < all[at]![1] - wanted ? at - 1 : at;
    chosen.add(nearer);
  }
  return distinctValues([...chosen].sort((one, other) => one - other).map((index) => all[index]!));
}

/** Mean and population standard deviation. */
export function meanAndDeviation(values: readonly ValueCount[]): { mean: number; sd: number } {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const mean = values.reduce((sum, { value, count }) => sum + (value * count) / total, 0);
  const variance = values.reduce((sum, { value, count }) => sum + ((value - mean) ** 2 * count) / total, 0);
  return { mean, sd: values.length === 1 ? 0 : Math.sqrt(variance) };
}

/** Two values may meet when a logarithm is taken; the later share holds. */
function distinctValues(knots: readonly [number, number][]): [number, number][] {
  return knots.filter(([value], index) => index === knots.length - 1 || value < knots[index + 1]![0]);
}
