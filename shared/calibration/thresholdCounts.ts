import type { RankedRows } from '../stats/RankedRows.ts';

/** For every place where a score can be cut in two: what lies below. */
export interface ThresholdCounts {
  /** Rows and events below each cut, ascending; between one cut and the next lies one distinct score. */
  below: Float64Array;
  eventsBelow: Float64Array;
  /** Of all. */
  rows: number;
  events: number;
}

/** The cuts midway between neighbouring distinct scores, ascending: the only places where the rows below change. */
export function cutsBetween({ order, endsTie }: RankedRows, scores: ArrayLike<number>): Float64Array {
  const cuts: number[] = [];
  for (let rank = 0; rank + 1 < order.length; rank++)
    if (endsTie[rank] === 1) cuts.push((scores[order[rank]!]! + scores[order[rank + 1]!]!) / 2);
  return Float64Array.from(cuts);
}

/** Counts below every cut, each row counting as often as its account was drawn. */
export function thresholdCounts({ happened, accounts, endsTie }: RankedRows, times?: ArrayLike<number>): ThresholdCounts {
  const below: number[] = [];
  const eventsBelow: number[] = [];
  let [rows, events] = [0, 0];
  for (let rank = 0; rank < happened.length; rank++) {
    const weight = times ? times[accounts[rank]!]! : 1;
    rows += weight;
    if (happened[rank] === 1) events += weight;
    if (endsTie[rank] === 1 && rank + 1 < happened.length) {
      below.push(rows);
      eventsBelow.push(events);
    }
  }
  return { below: Float64Array.from(below), eventsBelow: Float64Array.from(eventsBelow), rows, events };
}
