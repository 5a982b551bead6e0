import type { PairedAuc } from '../contract/suggestedWeights.ts';
import { aucDifference } from '../stats/aucDifference.ts';
import { aucEstimate } from '../stats/aucEstimate.ts';
import type { Resampling } from '../stats/Sample.ts';
import type { CalibrationRows } from './CalibrationRows.ts';

/**
 * AUC of two health scores against the bad side of the outcome, above one half when they do what they should, and their paired difference, on the
 * rows both give a score to (NaN = none).
 */
export function pairedAuc(
  { outcomes, accounts }: Pick<CalibrationRows, 'outcomes' | 'accounts'>,
  current: Float64Array,
  suggested: Float64Array,
  resampling: Resampling,
): PairedAuc {
  const rows = Uint32Array.from(outcomes.keys()).filter((row) => !Number.isNaN(current[row]) && !Number.isNaN(suggested[row]));
  const shared = { outcomes: rows.map((row) => outcomes[row]!), accounts: rows.map((row) => accounts[row]!) };
  const [one, other] = [suggested, current].map((scores) => Float64Array.from(rows, (row) => scores[row]!));
  const options = { ...resampling, eventsLie: 'low' as const };
  return {
    current: aucEstimate({ ...shared, values: other! }, options),
    suggested: aucEstimate({ ...shared, values: one! }, options),
    difference: aucDifference({ ...shared, one: one!, other: other! }, options),
  };
}
