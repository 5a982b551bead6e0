import { walkTies } from './walkTies.ts';

/**
 * Wasserstein-1 distance of two ascending samples, ∫ |F - G|: by how much the average value must move, in the units of the metric. Source:
 * Vallender (1974); scipy `wasserstein_distance`. Null when either is empty.
 */
export function wasserstein(reference: Float64Array, current: Float64Array): number | null {
  if (reference.length === 0 || current.length === 0) return null;
  let [distance, apart, before] = [0, 0, 0];
  walkTies(reference, current, (value, inReference, inCurrent, belowReference, belowCurrent) => {
    if (apart !== 0) distance += apart * (value - before);
    apart = Math.abs((belowReference + inReference) / reference.length - (belowCurrent + inCurrent) / current.length);
    before = value;
  });
  return distance;
}
