import { ascendingOrder } from './ascendingOrder.ts';

/** Rank of each value, 1 for the smallest; equal values share the mean of their ranks (scipy.stats.rankdata). The values are finite. */
export function midranks(values: ArrayLike<number>): Float64Array {
  return midranksIn(ascendingOrder(values), values);
}

/** The same of those values whose indexes are given in ascending order; the others have the rank 0. */
export function midranksIn(order: Uint32Array, values: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    const value = values[order[start]!]!;
    let end = start + 1;
    while (end < order.length && values[order[end]!] === value) end++;
    for (let place = start; place < end; place++) ranks[order[place]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
