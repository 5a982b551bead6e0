import { type OutcomeSplit, splitByOutcome } from './splitByOutcome.ts';
import { walkTies } from './walkTies.ts';

/**
 * Area under the ROC curve: the chance that an observation with the outcome has the higher value, ties counting one half,
 * (sum of the events' midranks - m(m+1)/2) / (mn) for m events and n others. Below 0.5 the events lie low.
 * Missing values (NaN) are left out. Null when either class is empty; 0.5 for a constant. Source: Mann and Whitney (1947); scikit-learn
 * `roc_auc_score`.
 */
export function auc(values: ArrayLike<number>, outcomes: ArrayLike<number>): number | null {
  return aucOf(splitByOutcome(values, outcomes));
}

/** The same of values that are split already. */
export function aucOf({ events, nonEvents }: OutcomeSplit): number | null {
  if (events.length === 0 || nonEvents.length === 0) return null;
  let wins = 0;
  walkTies(events, nonEvents, (_, tiedEvents, tiedNonEvents, __, nonEventsBelow) => {
    wins += tiedEvents * (nonEventsBelow + tiedNonEvents / 2);
  });
  return wins / (events.length * nonEvents.length);
}
