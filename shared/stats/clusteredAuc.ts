import { midranks } from './midranks.ts';
import { normalPValue } from './normal.ts';
import { presentOrder } from './presentOrder.ts';
import type { Sample } from './Sample.ts';

/** An area under the ROC curve whose rows belong to accounts. */
export interface ClusteredAuc {
  auc: number;
  standardError: number;
  /** Of no link (AUC 0.5). Null when there is no error to measure it by. */
  p: number | null;
}

/**
 * Standard error of the AUC when accounts repeat, without resampling: DeLong's placements summed by account after Obuchowski (1997), with the
 * covariance of an account's events and non-events. Null when fewer than two accounts have events, or fewer than two non-events.
 */
export function clusteredAuc({ values, outcomes, accounts }: Sample): ClusteredAuc | null {
  const rows = presentOrder(values);
  const [events, nonEvents] = [rows.filter((row) => outcomes[row] === 1), rows.filter((row) => outcomes[row] !== 1)];
  const [m, n] = [events.length, nonEvents.length];
  if (m === 0 || n === 0) return null;
  const pooled = midranks(Float64Array.from([...events, ...nonEvents], (row) => values[row]!));
  const [ofEvents, ofNonEvents] = [events, nonEvents].map((ofClass) => midranks(Float64Array.from(ofClass, (row) => values[row]!)));
  let auc = 0;
  for (let place = 0; place < m; place++) auc += (pooled[place]! - ofEvents![place]!) / (m * n);
  const sums = new Map<number, { events: number; nonEvents: number; hasEvents: boolean; hasNonEvents: boolean }>();
  const sumOf = (row: number) => {
    const known = sums.get(accounts[row]!);
    if (known) return known;
    const made = { events: 0, nonEvents: 0, hasEvents: false, hasNonEvents: false };
    sums.set(accounts[row]!, made);
    return made;
  };
  for (const [place, row] of events.entries()) {
    const sum = sumOf(row);
    sum.events += (pooled[place]! - ofEvents![place]!) / n - auc;
    sum.hasEvents = true;
  }
  for (const [place, row] of nonEvents.entries()) {
    const sum = sumOf(row);
    sum.nonEvents += 1 - (pooled[m + place]! - ofNonEvents![place]!) / m - auc;
    sum.hasNonEvents = true;
  }
  const all = [...sums.values()];
  const withEvents = all.filter(({ hasEvents }) => hasEvents).length;
  const withNonEvents = all.filter(({ hasNonEvents }) => hasNonEvents).length;
  if (withEvents < 2 || withNonEvents < 2) return null;
  const total = (of: (sum: { events: number; nonEvents: number }) => number) => all.reduce((sum, one) => sum + of(one), 0);
  const variance =
    ((withEvents / (withEvents - 1)) * total((sum) => sum.events ** 2)) / m ** 2 +
    ((withNonEvents / (withNonEvents - 1)) * total((sum) => sum.nonEvents ** 2)) / n ** 2 +
    (2 * (all.length / (all.length - 1)) * total((sum) => sum.events * sum.nonEvents)) / (m * n);
  const standardError = Math.sqrt(Math.max(0, variance));
  return { auc, standardError, p: standardError > 0 ? normalPValue((auc - 0.5) / standardError) : null };
}
