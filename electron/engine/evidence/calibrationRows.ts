import type { CalibrationRows } from '../../../shared/calibration/CalibrationRows.ts';
import { Failure } from '../../../shared/failure.ts';
import { daysBetween } from '../../../shared/model/isoDate.ts';
import type { Evidence } from './Evidence.ts';

/** The rows as calibration takes them: the bad side of the outcome is 1. @throws Failure `outcome-is-number` */
export function calibrationRows(
  { isYesNo, basis: { outcome } }: Evidence,
  { outcomes, accounts, asOf, asOfDates }: Evidence['rows'],
): CalibrationRows {
  if (!isYesNo) throw new Failure('outcome-is-number', { outcome: outcome.name });
  const days = asOfDates.map((date) => daysBetween('1970-01-01', date));
  const bad = outcome.polarity === 'bad' ? 1 : 0;
  return {
    outcomes: Uint8Array.from(outcomes, (happened) => (happened === bad ? 1 : 0)),
    accounts,
    asOf: Int32Array.from(asOf, (place) => days[place]!),
  };
}
