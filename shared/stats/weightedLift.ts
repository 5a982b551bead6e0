import type { RankedRows } from './RankedRows.ts';
import type { EventsLie } from './Sample.ts';

/**
 * Event rate of the riskiest share of the rows over the rate of all, when every account counts as often as it was drawn. The row at the
 * boundary counts in part. Null without events or rows.
 */
export function weightedLift(
  { happened, accounts }: RankedRows,
  times: ArrayLike<number>,
  share: number,
  eventsLie: EventsLie,
): number | null {
  let [rows, events] = [0, 0];
  for (let rank = 0; rank < happened.length; rank++) {
    const weight = times[accounts[rank]!]!;
    rows += weight;
    events += weight * happened[rank]!;
  }
  if (rows === 0 || events === 0) return null;
  const wanted = rows * share;
  let [taken, captured] = [0, 0];
  for (let place = 0; place < happened.length && taken < wanted; place++) {
    const rank = eventsLie === 'low' ? place : happened.length - 1 - place;
    const weight = Math.min(times[accounts[rank]!]!, wanted - taken);
    taken += weight;
    captured += weight * happened[rank]!;
  }
  return captured / wanted / (events / rows);
}
