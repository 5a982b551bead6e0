import type { RankedRows } from './RankedRows.ts';

/** The AUC when every account counts as often as it was drawn: one pass over the sorted rows. Null when a class is not drawn. */
export function weightedAuc({ happened, accounts, endsTie }: RankedRows, times: ArrayLike<number>): number | null {
  let [events, nonEvents, tiedEvents, tiedNonEvents, wins] = [0, 0, 0, 0, 0];
  for (let rank = 0; rank < happened.length; rank++) {
    const weight = times[accounts[rank]!]!;
    if (happened[rank] === 1) tiedEvents += weight;
    else tiedNonEvents += weight;
    if (endsTie[rank] === 1) {
      wins += tiedEvents * (nonEvents + tiedNonEvents / 2);
      events += tiedEvents;
      nonEvents += tiedNonEvents;
      tiedEvents = tiedNonEvents = 0;
    }
  }
  return events === 0 || nonEvents === 0 ? null : wins / (events * nonEvents);
}
