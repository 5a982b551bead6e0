import { ascendingOrder } from './ascendingOrder.ts';
import type { Sample } from './Sample.ts';

/** The observations with a value, from the lowest value up: sorted once, walked by every resample. */
export interface RankedRows {
  /** Index of the observation at each rank; equal values keep their order. */
  order: Uint32Array;
  /** By rank: 1 with the outcome; the account; 1 where the next value differs. */
  happened: Uint8Array;
  accounts: Uint32Array;
  endsTie: Uint8Array;
}

/** Sorts a sample. */
export function rankRows({ values, outcomes, accounts }: Sample): RankedRows {
  const present = Uint32Array.from({ length: values.length }, (_, index) => index).filter((index) => !Number.isNaN(values[index]));
  const order = ascendingOrder(Float64Array.from(present, (index) => values[index]!)).map((place) => present[place]!);
  return {
    order,
    happened: Uint8Array.from(order, (index) => (outcomes[index] === 1 ? 1 : 0)),
    accounts: order.map((index) => accounts[index]!),
    endsTie: Uint8Array.from(order, (index, rank) => (values[order[rank + 1] ?? -1] === values[index] ? 0 : 1)),
  };
}
