import { invertRising } from './invertRising.ts';

/**
 * The weights nearest to the wanted ones (in squared distance) that lie within their bounds and add up to `total`: each w = clip(wanted + t, low, high)
 * with one shift t for all. For weights edited by hand; a fit is made under its bounds instead. Null when the bounds do not hold `total`.
 */
export function projectWeights(wanted: readonly number[], low: readonly number[], high: readonly number[], total = 100): number[] | null {
  const sumOf = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);
  const slack = 1e-9 * total;
  if (sumOf(low) > total + slack || sumOf(high) < total - slack || low.some((bound, index) => bound > high[index]!)) return null;
  const shifted = (shift: number) => wanted.map((weight, index) => Math.min(high[index]!, Math.max(low[index]!, weight + shift)));
  const furthest = Math.max(...wanted.flatMap((weight, index) => [Math.abs(low[index]! - weight), Math.abs(high[index]! - weight)]));
  return shifted(invertRising((shift) => sumOf(shifted(shift)), total, -furthest, furthest));
}
