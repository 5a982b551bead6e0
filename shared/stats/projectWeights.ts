import { invertRising } from './invertRising.ts';
import { sum } from './moments.ts';

/**
 * The weights nearest to the wanted ones (in squared distance) that lie within their bounds and add up to `total`: each w = clip(wanted + t, low, high)
 * with one shift t for all. For weights edited by hand; a fit is made under its bounds instead. Null when the bounds do not hold `total`.
 */
export function projectWeights(wanted: readonly number[], low: readonly number[], high: readonly number[], total = 100): number[] | null {
  const slack = 1e-9 * total;
  if (sum(low) > total + slack || sum(high) < total - slack || low.some((bound, index) => bound > high[index]!)) return null;
  const shifted = (shift: number) => wanted.map((weight, index) => Math.min(high[index]!, Math.max(low[index]!, weight + shift)));
  const furthest = Math.max(...wanted.flatMap((weight, index) => [Math.abs(low[index]! - weight), Math.abs(high[index]! - weight)]));
  return shifted(invertRising((shift) => sum(shifted(shift)), total, -furthest, furthest));
}
