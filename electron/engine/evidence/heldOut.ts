import type { ScoresOfFold } from '../../../shared/calibration/crossFitProbability.ts';
import { type DrawnCurve, drawnCurves, markedLeaves, redrawn } from '../../../shared/calibration/drawnCurves.ts';
import type { Fold } from '../../../shared/calibration/groupFolds.ts';
import { tunedOutOfFold } from '../../../shared/calibration/tunedOutOfFold.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { Warning } from '../../../shared/stats/warning.ts';
import { calibrationRows } from './calibrationRows.ts';
import type { Evidence } from './Evidence.ts';
import { metricNumbers } from './metricColumns.ts';
import { type RowScores, scoresOfModel } from './rowScores.ts';

/** How a score in which what happened on the proof set had its part is judged there. */
export interface HeldOut {
  drawn: readonly DrawnCurve[];
  /** What to say of numbers of the rows themselves, and of those out of fold. */
  tuned: { onTheseRows: readonly Warning[]; outOfFold: readonly Warning[] };
  /** The score as it is made without the test side of a fold; undefined where it is the same. */
  scoresOf: ScoresOfFold | undefined;
}

const untouched: HeldOut = { drawn: [], tuned: { onTheseRows: [], outOfFold: [] }, scoresOf: undefined };

/** @param counts the rows that folds are dealt of; absent: all */
export async function heldOut(evidence: Evidence, { name, frame }: RowScores, counts?: (row: number) => boolean): Promise<HeldOut> {
  const { rows, options } = evidence;
  if (name.kind === 'given') return untouched;
  const drawn = await modelCurves(evidence, frame);
  const outOfFold = tunedOutOfFold(frame, drawn);
  const isTuned = frame.weightsFrom !== undefined || markedLeaves(frame).length > 0;
  const tuned = { onTheseRows: isTuned ? ['TUNED_ON_THESE_DATA' as const, ...outOfFold] : [], outOfFold };
  if (drawn.length === 0) return { drawn, tuned, scoresOf: undefined };
  const calibration = calibrationRows(evidence, rows);
  const part = counts && Uint32Array.from({ length: rows.count }, (_, row) => row).filter(counts);
  const scoresOf = async (fold: Fold) => {
    const train = part ? withoutTested(rows, part, fold) : fold.train;
    const scores = await scoresOfModel(rows, redrawn(frame, drawn, calibration, train), options);
    return part ? Float64Array.from(part, (row) => scores[row]!) : scores;
  };
  return { drawn, tuned, scoresOf };
}

/** The curves of a model that can be drawn anew from some of the proof set; none for a number, of which nothing is drawn. */
export async function modelCurves(evidence: Evidence, model: Model): Promise<DrawnCurve[]> {
  const { rows, options, isYesNo, basis } = evidence;
  const steps = markedLeaves(model).filter(({ curve }) => curve.kind === 'steps');
  if (!isYesNo || steps.length === 0) return [];
  const ids = steps.map(({ metric }) => metric);
  const columns = await metricNumbers(rows, ids, options);
  const valuesOf = new Map(ids.map((metric, place) => [metric, columns[place]!]));
  return drawnCurves(model, basis.outcome.id, calibrationRows(evidence, rows), ({ metric }) => valuesOf.get(metric));
}

/** Of all rows those of accounts that a fold of the part does not test: the curves were drawn from other parts, too. */
function withoutTested({ accounts, count }: Evidence['rows'], part: Uint32Array, { test }: Fold): Uint32Array {
  const tested = new Set(Uint32Array.from(test, (place) => accounts[part[place]!]!));
  return Uint32Array.from({ length: count }, (_, row) => row).filter((row) => !tested.has(accounts[row]!));
}
