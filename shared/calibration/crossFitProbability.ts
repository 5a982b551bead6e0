import type { EventsLie } from '../stats/Sample.ts';
import type { Warning } from '../stats/warning.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';
import { isOpen } from './gates.ts';
import { type Fold, groupFolds } from './groupFolds.ts';
import { type ProbabilityMethod, probabilityAt, probabilityCurve, probabilityMethod } from './probabilityCurve.ts';
import { scoredSample } from './scoredSample.ts';

/** Scores of every row by a model that was made without the test side of a fold. */
export type ScoresOfFold = (fold: Fold) => Promise<Float64Array>;

/** Probabilities that each row was given by a curve fitted to other accounts. */
export interface CrossFittedProbability {
  method: ProbabilityMethod;
  /** NaN where the score is withheld or no fold could judge the row. Null when no probability may be given; the warnings say why. */
  probabilities: Float64Array | null;
  folds: number;
  skipped: number;
  warnings: Warning[];
}

/**
 * Cross-fitted probabilities of the outcome (`rows.outcomes` = 1) from a score, NaN = withheld: folds by account, the curve of each row made
 * without its fold. Only such probabilities may be judged; on its own rows an isotonic fit has no error at all. A fold whose curve would run against
 * the score says its own overall rate. From 30 events on.
 * @param scoresOf the score as it is made without the test side of a fold, where what happened had its part in it; absent: always the same
 */
export async function crossFitProbability(
  rows: CalibrationRows,
  scores: Float64Array,
  eventsLie: EventsLie,
  seed: number,
  scoresOf: ScoresOfFold = async () => scores,
): Promise<CrossFittedProbability> {
  const scored = scoredSample(rows, scores);
  const { withOutcome, without } = accountsByOutcome(scored);
  const events = Math.min(withOutcome, without);
  const method = probabilityMethod(scored.rows.length, events);
  if (!isOpen({ events }, 'anchored')) return { method, probabilities: null, folds: 0, skipped: 0, warnings: ['FEW_EVENTS'] };
  const curveOf = (sample: typeof scored) => probabilityCurve(sample.values, sample.outcomes, eventsLie, method);
  if (curveOf(scored) === null) return { method, probabilities: null, folds: 0, skipped: 0, warnings: ['CALIBRATION_INVERTED'] };
  const { folds, skipped } = groupFolds(rows, seed, scored.rows);
  const probabilities = new Float64Array(scores.length).fill(Number.NaN);
  for (const fold of folds) {
    const { train, test } = fold;
    const own = await scoresOf(fold);
    const curve = curveOf(scoredSample(rows, own, train));
    const rate = train.reduce((sum, row) => sum + rows.outcomes[row]!, 0) / train.length;
    for (const row of test) probabilities[row] = curve ? probabilityAt(curve, own[row]!) : rate;
  }
  return { method, probabilities, folds: folds.length, skipped, warnings: events < 50 ? ['UNDER_50_EVENTS'] : [] };
}
