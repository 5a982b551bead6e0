import { presentOrder } from './presentOrder.ts';
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

/** Sorts a sample; not again when the order of its present observations is known already. */
export function rankRows({ values, outcomes, accounts }: Sample, order = presentOrder(values)): RankedRows {
  const rows = {
    order,
    happened: new Uint8Array(order.length),
    accounts: new Uint32Array(order.length),
    endsTie: new Uint8Array(order.length),
  };
  for (let rank = 0; rank < order.length; rank++) {
    const index = order[rank]!;
    rows.happened[rank] = outcomes[index] === 1 ? 1 : 0;
    rows.accounts[rank] = accounts[index]!;
    rows.endsTie[rank] = rank + 1 < order.length && values[order[rank + 1]!] === values[index] ? 0 : 1;
  }
  return rows;
}
