import type { CalibrationRows } from '../../../shared/calibration/CalibrationRows.ts';
import { Failure } from '../../../shared/failure.ts';
import { daysBetween } from '../../../shared/model/isoDate.ts';
import type { Evidence } from './Evidence.ts';

/**
 * The rows as calibration takes them. `side`: what counts as 1, the bad side of the outcome (a score is fitted against it) or that it came true (a
 * probability is of it). @throws Failure `outcome-is-number`
 */
export function calibrationRows(
  { isYesNo, basis: { outcome } }: Evidence,
  { outcomes, accounts, asOf, asOfDates }: Evidence['rows'],
  side: 'bad' | 'happened' = 'bad',
): CalibrationRows {
  if (!isYesNo) throw new Failure('outcome-is-number', { outcome: outcome.name });
  const days = asOfDates.map((date) => daysBetween('1970-01-01', date));
  const counted = side === 'happened' || outcome.polarity === 'bad' ? 1 : 0;
  return {
    outcomes: Uint8Array.from(outcomes, (happened) => (happened === counted ? 1 : 0)),
    accounts,
    asOf: Int32Array.from(asOf, (place) => days[place]!),
  };
}
