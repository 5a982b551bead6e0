import { ascendingOrder } from './ascendingOrder.ts';

/** Indexes of the values that are not missing (NaN), from the smallest value to the largest; equal values keep their order. */
export function presentOrder(values: ArrayLike<number>): Uint32Array {
  let present = new Uint32Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index++) if (!Number.isNaN(values[index])) present[count++] = index;
  if (count === values.length) return ascendingOrder(values);
  present = present.subarray(0, count);
  return ascendingOrder(valuesAt(present, values)).map((place) => present[place]!);
}

/** The values at some indexes. */
export function valuesAt(indexes: Uint32Array, values: ArrayLike<number>): Float64Array {
  const found = new Float64Array(indexes.length);
  for (let place = 0; place < indexes.length; place++) found[place] = values[indexes[place]!]!;
  return found;
}
