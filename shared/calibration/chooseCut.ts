import type { ThresholdCounts } from './thresholdCounts.ts';

/** A way to choose a threshold by what happened. Flagged = score below it. */
export type EvidenceWay =
  /** Most sensitivity + specificity (Youden 1950). */
  | { way: 'youden' }
  /** Least cost, a missed event costing `ratio` needless flags: min ratio x missed + needless; with r = (1 - prevalence) / (ratio x prevalence) the most sensitivity + r x specificity (pROC `best.weights`). */
  | { way: 'cost'; ratio: number }
  /** The most flagged whose rate is at least `ratio` times the rate of the others. */
  | { way: 'separation'; ratio: number };

/** Cuts that may be chosen, by index, the last included. */
export interface CutRange {
  first: number;
  last: number;
}

/** Index of the chosen cut, the one that flags fewer among equals; null when none will do or a class is empty. O(cuts). */
export function chooseCut(counts: ThresholdCounts, how: EvidenceWay, { first, last }: CutRange): number | null {
  const { below, eventsBelow, rows, events } = counts;
  const nonEvents = rows - events;
  if (events === 0 || nonEvents === 0) return null;
  let [chosen, best] = [-1, -Infinity];
  for (let cut = first; cut <= last; cut++) {
    const [flagged, caught] = [below[cut]!, eventsBelow[cut]!];
    const needless = flagged - caught;
    const worth = worthOf(how, { flagged, caught, needless, rows, events, nonEvents });
    const isBetter = chosen < 0 ? worth > best : worth > best + 1e-12 * Math.abs(best);
    if (isBetter) [chosen, best] = [cut, worth];
  }
  return chosen < 0 ? null : chosen;
}

interface Flagging {
  flagged: number;
  caught: number;
  needless: number;
  rows: number;
  events: number;
  nonEvents: number;
}

function worthOf(how: EvidenceWay, { flagged, caught, needless, rows, events, nonEvents }: Flagging): number {
  switch (how.way) {
    case 'youden':
      return caught / events - needless / nonEvents;
    case 'cost':
      return -(how.ratio * (events - caught) + needless);
    case 'separation': {
      const [rateBelow, rateFrom] = [caught / flagged, (events - caught) / (rows - flagged)];
      return rateBelow >= how.ratio * rateFrom ? flagged : -Infinity;
    }
  }
}
