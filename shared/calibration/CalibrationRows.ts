import { countObservations } from '../stats/countObservations.ts';

/** The observations a calibration works on, one place each: those of the proof set of one outcome, or of its confirmation set. */
export interface CalibrationRows {
  /** 1 where the bad side of the outcome came true (churned; of a good outcome: not renewed), else 0. */
  outcomes: Uint8Array;
  /** Whose observation it is: a whole number from 0 for each account. */
  accounts: Uint32Array;
  /** Days since 1970-01-01. */
  asOf: Int32Array;
}

/** Distinct accounts that had the outcome at least once, and that never had it, among some rows; among all when none are named. */
export function accountsByOutcome(
  { outcomes, accounts }: Pick<CalibrationRows, 'outcomes' | 'accounts'>,
  rows?: Uint32Array,
): { withOutcome: number; without: number } {
  const chosen = rows
    ? { outcomes: rows.map((row) => outcomes[row]!), accounts: rows.map((row) => accounts[row]!) }
    : { outcomes, accounts };
  const counts = countObservations({ ...chosen, values: chosen.outcomes });
  return { withOutcome: counts.eventAccounts, without: counts.accounts - counts.eventAccounts };
}
