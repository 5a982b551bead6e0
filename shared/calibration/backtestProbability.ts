import { aucEstimate } from '../stats/aucEstimate.ts';
import type { Estimate } from '../stats/Estimate.ts';
import { rateByGroup } from '../stats/rateByGroup.ts';
import type { EventsLie } from '../stats/Sample.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';
import type { ScoresOfFold } from './crossFitProbability.ts';
import { isOpen } from './gates.ts';
import { type Pace, Pacer } from './Pacer.ts';
import { probabilityAt, probabilityCurve, probabilityMethod } from './probabilityCurve.ts';
import { scoredSample } from './scoredSample.ts';
import { timeFolds } from './timeFolds.ts';

/** One as-of date, predicted from what was known then. */
export interface BacktestedDate {
  /** Days since 1970-01-01. */
  asOf: number;
  observations: number;
  trainedOn: number;
  /** Mean probability that was predicted, and the share that had the outcome. */
  predicted: number;
  observed: Estimate;
  /** Of the score; above one half when it does what it should. */
  auc: Estimate;
}

/** How a score is put to the test of time. */
export interface BacktestAsked {
  eventsLie: EventsLie;
  gapDays: number;
  seed: number;
  /** The score as it is made of what was known at a date, where what happened had its part in it; absent: always the same. */
  scoresOf?: ScoresOfFold | undefined;
}

/**
 * For each as-of date the probabilities of a curve fitted to the dates whose outcomes were known by then, against what happened. Dates before which there
 * are fewer than 30 events, or on which the risk ran against the score until then, are left out.
 */
export async function backtestProbability(
  rows: CalibrationRows,
  scores: Float64Array,
  { eventsLie, gapDays, seed, scoresOf = async () => scores }: BacktestAsked,
  pace: Pace,
): Promise<BacktestedDate[]> {
  const pacer = new Pacer(pace);
  const { folds } = timeFolds(rows, gapDays);
  const dates: BacktestedDate[] = [];
  for (const [nth, fold] of folds.entries()) {
    await pacer.step(nth / folds.length);
    const own = await scoresOf(fold);
    const [known, then] = [scoredSample(rows, own, fold.train), scoredSample(rows, own, fold.test)];
    const { withOutcome, without } = accountsByOutcome(known);
    const events = Math.min(withOutcome, without);
    if (!isOpen({ events }, 'anchored') || then.rows.length === 0) continue;
    const curve = probabilityCurve(known.values, known.outcomes, eventsLie, probabilityMethod(known.rows.length, events));
    if (curve === null) continue;
    const [observed] = rateByGroup({ ...then, groups: new Uint8Array(then.rows.length) }, 1, { seed });
    dates.push({
      asOf: fold.asOf,
      observations: then.rows.length,
      trainedOn: known.rows.length,
      predicted: then.values.reduce((sum, score) => sum + probabilityAt(curve, score), 0) / then.rows.length,
      observed: observed!,
      auc: aucEstimate(then, { eventsLie, seed }),
    });
  }
  return dates;
}
