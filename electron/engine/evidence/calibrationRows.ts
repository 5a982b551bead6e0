import type { CalibrationRows } from '../../../shared/calibration/CalibrationRows.ts';
import type { EvidenceOutcome } from '../../../shared/contract/evidenceBasis.ts';
import { Failure } from '../../../shared/failure.ts';
import { daysBetween } from '../../../shared/model/isoDate.ts';
import type { Evidence } from './Evidence.ts';

/** The rows as calibration takes them: 1 is the bad side of the outcome. @throws Failure `outcome-is-number` */
export function calibrationRows(
  { isYesNo, basis: { outcome } }: Evidence,
  { outcomes, accounts, asOf, asOfDates }: Evidence['rows'],
): CalibrationRows {
  if (!isYesNo) throw new Failure('outcome-is-number', { outcome: outcome.name });
  const days = asOfDates.map((date) => daysBetween('1970-01-01', date));
  return {
    outcomes: badSide(outcome, outcomes),
    accounts,
    asOf: Int32Array.from(asOf, (place) => days[place]!),
  };
}

/** 1 where the bad side came true: a bad outcome, or a good one that did not. */
export function badSide({ polarity }: Pick<EvidenceOutcome, 'polarity'>, outcomes: Float64Array): Uint8Array {
  const bad = polarity === 'bad' ? 1 : 0;
  return Uint8Array.from(outcomes, (happened) => (happened === bad ? 1 : 0));
}
