import type { RankedRows } from '../stats/RankedRows.ts';
import { bandNeeds } from './bandDoubts.ts';
import type { CutRange } from './chooseCut.ts';
import type { ThresholdCounts } from './thresholdCounts.ts';

/** The cuts that leave at least 10 accounts and 5 events on either side; empty (last < first) when none does. */
export function cutRange(ranked: RankedRows, { eventsBelow, events }: ThresholdCounts): CutRange {
  const accountsBelow = distinctAccounts(ranked, false);
  const accountsFrom = distinctAccounts(ranked, true);
  const isWide = (cut: number) =>
    accountsBelow[cut]! >= bandNeeds.accounts &&
    accountsFrom[cut]! >= bandNeeds.accounts &&
    eventsBelow[cut]! >= bandNeeds.events &&
    events - eventsBelow[cut]! >= bandNeeds.events;
  const wide = Uint32Array.from(eventsBelow.keys()).filter(isWide);
  return { first: wide[0] ?? 0, last: wide.at(-1) ?? -1 };
}

/** Distinct accounts below every cut, or from it on. */
function distinctAccounts({ accounts, endsTie }: RankedRows, fromTop: boolean): number[] {
  const seen = new Set<number>();
  const counts: number[] = [];
  const last = accounts.length - 1;
  for (let step = 0; step < last; step++) {
    const rank = fromTop ? last - step : step;
    seen.add(accounts[rank]!);
    if (endsTie[fromTop ? rank - 1 : rank] === 1) counts.push(seen.size);
  }
  return fromTop ? counts.reverse() : counts;
}
