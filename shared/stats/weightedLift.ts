import type { RankedRows } from './RankedRows.ts';

/**
 * Event rate of the lowest share of the rows, rounded up to whole ones, over the rate of all, when every account counts as often as it was
 * drawn. Null without events or rows.
 */
export function weightedLift({ happened, accounts }: RankedRows, times: ArrayLike<number>, share: number): number | null {
  let [rows, events] = [0, 0];
  for (let rank = 0; rank < happened.length; rank++) {
    const weight = times[accounts[rank]!]!;
    rows += weight;
    events += weight * happened[rank]!;
  }
  if (rows === 0 || events === 0) return null;
  const wanted = Math.ceil(rows * share - 1e-9);
  let [taken, captured] = [0, 0];
  for (let rank = 0; taken < wanted; rank++) {
    const weight = Math.min(times[accounts[rank]!]!, wanted - taken);
    taken += weight;
    captured += weight * happened[rank]!;
  }
  return captured / wanted / (events / rows);
}
