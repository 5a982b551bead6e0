import type { Calibration } from '../../../shared/contract/scorePerformance.ts';
import type { Evidence } from './Evidence.ts';
import type { JudgedScores } from './JudgedScores.ts';

/** The probabilities that folds without an observation give it, against what happened; or why there are none. */
export async function crossFitted(
  { isYesNo }: Evidence,
  _judged: JudgedScores,
): Promise<{ calibration: Calibration | null; withoutCalibration: string | null }> {
  return { calibration: null, withoutCalibration: isYesNo ? 'Being built.' : 'A number has no probability.' };
}
