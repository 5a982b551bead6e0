/** The observations a calibration works on, one place each: those of the proof set of one outcome, or of its confirmation set. */
export interface CalibrationRows {
  /** 1 where the bad side of the outcome came true (churned; of a good outcome: not renewed), else 0. */
  outcomes: Uint8Array;
  /** Whose observation it is: a whole number from 0 for each account. */
  accounts: Uint32Array;
  /** Days since 1970-01-01. */
  asOf: Int32Array;
}

/**
 * Distinct accounts that had the outcome at least once, and that went without it at least once, among some rows; among all when none are named. One
 * that did both counts in both: so a fact gives the same numbers whichever side it is worded from.
 */
export function accountsByOutcome(
  { outcomes, accounts }: Pick<CalibrationRows, 'outcomes' | 'accounts'>,
  rows?: Uint32Array,
): { withOutcome: number; without: number } {
  const seen = [new Set<number>(), new Set<number>()] as const;
  for (const row of rows ?? outcomes.keys()) seen[outcomes[row] === 1 ? 1 : 0].add(accounts[row]!);
  return { withOutcome: seen[1].size, without: seen[0].size };
}
