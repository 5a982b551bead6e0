import { sum } from './moments.ts';

/**
 * Jensen-Shannon distance of two lists of counts over the same cells, base 2: sqrt(½ KL(p‖m) + ½ KL(q‖m)) with m = ½ (p + q); 0 = the same,
 * 1 = no cell shared. Empty cells need no smoothing. Source: Endres and Schindelin (2003); scipy `jensenshannon(base=2)`. Null when one is empty.
 */
export function jensenShannon(reference: readonly number[], current: readonly number[]): number | null {
  const [allReference, allCurrent] = [sum(reference), sum(current)];
  if (allReference === 0 || allCurrent === 0) return null;
  let divergence = 0;
  for (const [cell, count] of reference.entries()) {
    const [p, q] = [count / allReference, current[cell]! / allCurrent];
    const middle = (p + q) / 2;
    if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
    if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
  }
  return Math.sqrt(Math.max(0, divergence));
}
