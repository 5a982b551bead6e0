import type { PairedAuc } from '../contract/suggestedWeights.ts';
import { aucDifference } from '../stats/aucDifference.ts';
import { aucEstimate } from '../stats/aucEstimate.ts';
import type { Resampling } from '../stats/Sample.ts';
import type { CalibrationRows } from './CalibrationRows.ts';
import { scoredSample } from './scoredSample.ts';

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
  const both = scoredSample({ outcomes, accounts }, suggested, scoredSample({ outcomes, accounts }, current).rows);
  const before = Float64Array.from(both.rows, (row) => current[row]!);
  const options = { ...resampling, eventsLie: 'low' as const };
  return {
    current: aucEstimate({ ...both, values: before }, options),
    suggested: aucEstimate(both, options),
    difference: aucDifference({ ...both, one: both.values, other: before }, options),
  };
}
