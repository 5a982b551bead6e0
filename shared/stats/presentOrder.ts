import { ascendingOrder } from './ascendingOrder.ts';

/** Indexes of the values that are not missing (NaN), from the smallest value to the largest; equal values keep their order. */
export function presentOrder(values: ArrayLike<number>): Uint32Array {
  const present = new Uint32Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index++) if (!Number.isNaN(values[index])) present[count++] = index;
  if (count === values.length) return ascendingOrder(values);
  const kept = new Float64Array(count);
  for (let place = 0; place < count; place++) kept[place] = values[present[place]!]!;
  return ascendingOrder(kept).map((place) => present[place]!);
}
