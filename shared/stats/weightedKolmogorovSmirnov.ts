import type { RankedRows } from './RankedRows.ts';

/** The distance between events and non-events when every account counts as often as it was drawn. Null when a class is not drawn. */
export function weightedKolmogorovSmirnov({ happened, accounts, endsTie }: RankedRows, times: ArrayLike<number>): number | null {
  let [events, nonEvents] = [0, 0];
  for (let rank = 0; rank < happened.length; rank++) {
    if (happened[rank] === 1) events += times[accounts[rank]!]!;
    else nonEvents += times[accounts[rank]!]!;
  }
  if (events === 0 || nonEvents === 0) return null;
  let [distance, eventsBelow, nonEventsBelow] = [0, 0, 0];
  for (let rank = 0; rank < happened.length; rank++) {
    if (happened[rank] === 1) eventsBelow += times[accounts[rank]!]!;
    else nonEventsBelow += times[accounts[rank]!]!;
    if (endsTie[rank] === 1) distance = Math.max(distance, Math.abs(eventsBelow / events - nonEventsBelow / nonEvents));
  }
  return distance;
}
