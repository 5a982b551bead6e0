import type { Interval } from './Estimate.ts';
import { z95 } from './normal.ts';
import type { OutcomeSplit } from './splitByOutcome.ts';
import { walkTies } from './walkTies.ts';

/** An area under the ROC curve with its sampling error. */
export interface Delong {
  auc: number;
  standardError: number;
  /** 95 %, clipped to [0, 1]. */
  interval: Interval;
}

/**
 * Standard error and 95 % interval of the AUC after DeLong, DeLong and Clarke-Pearson (1988), by placements as in Sun and Xu (2014): the
 * placement of an event is the share of non-events below it (ties half), of a non-event the share of events above it;
 * variance = var(event placements)/m + var(non-event placements)/n, each with ddof 1. Equals pROC `ci.auc(method = "delong")`.
 * For observations that do not repeat accounts. Null when a class has fewer than two; collapses to one point when the values separate the
 * outcome perfectly or are all equal, which is for the caller to say instead of printing it.
 */
export function delong(split: OutcomeSplit): Delong | null {
  const m = split.events.length;
  const n = split.nonEvents.length;
  if (m < 2 || n < 2) return null;
  // Squares about one half, where every placement of a useless score lies, so that one pass gives mean and variance.
  let [wins, squaresOfEvents, squaresOfNonEvents] = [0, 0, 0];
  walkTies(split.events, split.nonEvents, (_, events, nonEvents, eventsBelow, nonEventsBelow) => {
    const below = nonEventsBelow + nonEvents / 2;
    wins += events * below;
    squaresOfEvents += events * (below / n - 0.5) ** 2;
    squaresOfNonEvents += nonEvents * (0.5 - (eventsBelow + events / 2) / m) ** 2;
  });
  const auc = wins / (m * n);
  const varianceOfEvents = Math.max(0, squaresOfEvents - m * (auc - 0.5) ** 2) / (m - 1);
  const varianceOfNonEvents = Math.max(0, squaresOfNonEvents - n * (auc - 0.5) ** 2) / (n - 1);
  const standardError = Math.sqrt(varianceOfEvents / m + varianceOfNonEvents / n);
  return {
    auc,
    standardError,
    interval: [Math.max(0, auc - z95 * standardError), Math.min(1, auc + z95 * standardError)],
  };
}

/**
 * The 95 % interval on the logit scale, L = ln(A/(1-A)) with se/(A(1-A)), transformed back: covers better below 50 events
 * (Pepe 2003, 5.2.4). Null at 0 and 1.
 */
export function logitInterval({ auc, standardError }: Pick<Delong, 'auc' | 'standardError'>): Interval | null {
  if (auc <= 0 || auc >= 1) return null;
  const centre = Math.log(auc / (1 - auc));
  const half = (z95 * standardError) / (auc * (1 - auc));
  return [1 / (1 + Math.exp(half - centre)), 1 / (1 + Math.exp(-half - centre))];
}
