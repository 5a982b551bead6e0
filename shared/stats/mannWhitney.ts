import { normalPValue } from './normal.ts';
import type { OutcomeSplit } from './splitByOutcome.ts';
import { walkTies } from './walkTies.ts';

/** Sums over the pooled midranks of a split sample. */
export interface RankSums {
  /** Of the events' midranks. */
  ofEvents: number;
  /** Of (midrank - mean rank)² over all. */
  squares: number;
}

/** Both sums in one pass over the ties. */
export function rankSums({ events, nonEvents }: OutcomeSplit): RankSums {
  const middle = (events.length + nonEvents.length + 1) / 2;
  const sums = { ofEvents: 0, squares: 0 };
  walkTies(events, nonEvents, (_, tiedEvents, tiedNonEvents, eventsBelow, nonEventsBelow) => {
    const tied = tiedEvents + tiedNonEvents;
    const rank = eventsBelow + nonEventsBelow + (tied + 1) / 2;
    sums.ofEvents += tiedEvents * rank;
    sums.squares += tied * (rank - middle) ** 2;
  });
  return sums;
}

/**
 * Two-sided p-value of no link between a number and an outcome: the sum of the events' ranks as a normal variable, its variance corrected for ties
 * and the distance for continuity (Mann and Whitney 1947). For rows that do not repeat accounts. Equals scipy
 * `mannwhitneyu(method='asymptotic')`. Null when a class is empty or all values are equal.
 */
export function mannWhitneyPValue({ events, nonEvents }: OutcomeSplit, sums = rankSums({ events, nonEvents })): number | null {
  const [m, n] = [events.length, nonEvents.length];
  if (m === 0 || n === 0 || sums.squares === 0) return null;
  const expected = (m * (m + n + 1)) / 2;
  const deviation = Math.sqrt((((m * n) / (m + n)) * sums.squares) / (m + n - 1));
  const distance = Math.max(0, Math.abs(sums.ofEvents - expected) - 0.5);
  return normalPValue(distance / deviation);
}

/** Spearman's correlation of a number with a 0/1 outcome, from the rank sums alone. Null when a class is empty or all values are equal. */
export function spearmanOfSplit({ events, nonEvents }: OutcomeSplit, sums = rankSums({ events, nonEvents })): number | null {
  const [m, n] = [events.length, nonEvents.length];
  if (m === 0 || n === 0 || sums.squares === 0) return null;
  return (sums.ofEvents - (m * (m + n + 1)) / 2) / Math.sqrt((sums.squares * m * n) / (m + n));
}
