import type { Gate, GateLevel } from '../contract/evidenceBasis.ts';

/** One row of the table that every screen cites. */
interface GateRow {
  level: GateLevel;
  /** Events from which it is open. */
  atEvents: number;
  /** What it allows beside the rows before it. */
  allows: string;
}

/** Every gate, in rising order. Events = the smaller of distinct accounts with and without the outcome. */
export const gates: readonly GateRow[] = [
  { level: 'nothing', atEvents: 0, allows: 'plain values without intervals' },
  { level: 'counts', atEvents: 2, allows: 'counts' },
  { level: 'describe', atEvents: 10, allows: 'descriptive numbers with intervals; nothing fitted, no thresholds' },
  {
    level: 'anchored',
    atEvents: 30,
    allows: "thresholds, probability by Platt's method, and suggestions anchored to the current weights with at most 5 free weights",
  },
  { level: 'full', atEvents: 100, allows: 'full calibration: every weight, curves, and isotonic probability from 1,000 observations' },
  { level: 'challenger', atEvents: 500, allows: 'challenger models beside everything else' },
];

/** Most weights that may be free while the gate is only "anchored". */
export const mostAnchoredWeights = 5;

/** The gate for so many distinct accounts that had the outcome at least once, and that never had it; with what opens the next one. */
export function gateOf(accountsWith: number, accountsWithout: number): Gate {
  const events = Math.min(accountsWith, accountsWithout);
  const index = gates.findLastIndex(({ atEvents }) => events >= atEvents);
  const { level, allows } = gates[index]!;
  const scarce = accountsWith <= accountsWithout ? 'with' : 'without';
  const next = gates[index + 1];
  return {
    level,
    events,
    accountsWith,
    accountsWithout,
    sentence: `${accounts(events)} ${scarce} the outcome: ${allows}.`,
    next: next
      ? {
          level: next.level,
          atEvents: next.atEvents,
          sentence: `${accounts(next.atEvents - events)} more ${scarce} the outcome would open: ${next.allows}.`,
        }
      : null,
  };
}

/** Whether a gate is open. */
export function isOpen({ events }: Pick<Gate, 'events'>, level: GateLevel): boolean {
  return events >= gates.find((row) => row.level === level)!.atEvents;
}

const accounts = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'account' : 'accounts'}`;
