import { largest } from './countObservations.ts';
import type { Interval } from './Estimate.ts';
import { normalPValue, z95 } from './normal.ts';
import type { RankedRows } from './RankedRows.ts';

/** An area under the ROC curve whose rows belong to accounts. */
export interface ClusteredAuc {
  auc: number;
  standardError: number;
  interval: Interval;
  /** Of no link (AUC 0.5). Null when there is no error to measure it by. */
  p: number | null;
}

/**
 * Standard error of the AUC when accounts repeat, without resampling: DeLong's placements summed by account, with the covariance of an account's
 * events and non-events (Obuchowski 1997). One row an account gives DeLong's. Null when fewer than two accounts have events, or non-events.
 */
export function clusteredAuc(rows: RankedRows): ClusteredAuc | null {
  const { accounts, happened } = rows;
  const m = happened.reduce((sum, one) => sum + one, 0);
  const n = happened.length - m;
  if (m === 0 || n === 0) return null;
  const size = 1 + largest(accounts);
  const [ofEvents, ofNonEvents] = [new Float64Array(size), new Float64Array(size)];
  const [events, nonEvents] = [new Uint32Array(size), new Uint32Array(size)];
  let auc = 0;
  visitPlacements(rows, m, n, (rank, placement) => {
    const account = accounts[rank]!;
    if (happened[rank] === 1) {
      auc += placement / m;
      ofEvents[account]! += placement;
      events[account]!++;
    } else {
      ofNonEvents[account]! += placement;
      nonEvents[account]!++;
    }
  });
  let [withEvents, withNonEvents, all] = [0, 0, 0];
  let [squaresOfEvents, squaresOfNonEvents, products] = [0, 0, 0];
  for (let account = 0; account < size; account++) {
    const one = ofEvents[account]! - events[account]! * auc;
    const other = ofNonEvents[account]! - nonEvents[account]! * auc;
    if (events[account]! > 0) withEvents++;
    if (nonEvents[account]! > 0) withNonEvents++;
    if (events[account]! + nonEvents[account]! > 0) all++;
    squaresOfEvents += one * one;
    squaresOfNonEvents += other * other;
    products += one * other;
  }
  if (withEvents < 2 || withNonEvents < 2) return null;
  const unbiased = (count: number) => count / (count - 1);
  const variance =
    (unbiased(withEvents) * squaresOfEvents) / m ** 2 +
    (unbiased(withNonEvents) * squaresOfNonEvents) / n ** 2 +
    (2 * unbiased(all) * products) / (m * n);
  const standardError = Math.sqrt(Math.max(0, variance));
  return {
    auc,
    standardError,
    interval: [Math.max(0, auc - z95 * standardError), Math.min(1, auc + z95 * standardError)],
    p: standardError > 0 ? normalPValue((auc - 0.5) / standardError) : null,
  };
}

/** Of each event the share of non-events below it, of each non-event the share of events above it; ties half. */
function visitPlacements({ happened, endsTie }: RankedRows, m: number, n: number, visit: (rank: number, placement: number) => void): void {
  let [eventsBelow, nonEventsBelow] = [0, 0];
  for (let start = 0; start < happened.length; ) {
    let end = start;
    let tiedEvents = 0;
    do tiedEvents += happened[end]!;
    while (endsTie[end++] === 0);
    const tiedNonEvents = end - start - tiedEvents;
    const ofEvent = (nonEventsBelow + tiedNonEvents / 2) / n;
    const ofNonEvent = 1 - (eventsBelow + tiedEvents / 2) / m;
    for (let rank = start; rank < end; rank++) visit(rank, happened[rank] === 1 ? ofEvent : ofNonEvent);
    eventsBelow += tiedEvents;
    nonEventsBelow += tiedNonEvents;
    start = end;
  }
}
