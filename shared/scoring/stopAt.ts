/** Weights that differ by this share of the larger are the same: sums of weights differ so by the order they were added in. */
const sameWeight = 1e-12;

/** A weight that goes no further than `most`; a rounding error below it is there already, where the siblings' weights are exactly 0. */
export function stopAt(most: number, weight: number): number {
  return weight > most * (1 - sameWeight) ? most : weight;
}
