import type { CalibrationRows } from './CalibrationRows.ts';

/** Scores, outcomes and accounts of the rows that have a score (NaN = withheld), among the named rows or all; with the rows' places. */
export function scoredSample(
  { outcomes, accounts }: Pick<CalibrationRows, 'outcomes' | 'accounts'>,
  scores: Float64Array,
  among?: Uint32Array,
) {
  const rows = (among ?? Uint32Array.from(scores.keys())).filter((row) => !Number.isNaN(scores[row]));
  return {
    rows,
    values: Float64Array.from(rows, (row) => scores[row]!),
    outcomes: Uint8Array.from(rows, (row) => outcomes[row]!),
    accounts: rows.map((row) => accounts[row]!),
  };
}
