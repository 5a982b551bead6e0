import type { CalibrationRows } from '../../../../shared/calibration/CalibrationRows.ts';
import { type DrawnCurve, redrawn } from '../../../../shared/calibration/drawnCurves.ts';
import { groupFolds } from '../../../../shared/calibration/groupFolds.ts';
import { heldOutScores } from '../../../../shared/calibration/heldOutScores.ts';
import { type Pace, Pacer } from '../../../../shared/calibration/Pacer.ts';
import { runChallenger as fitChallenger } from '../../../../shared/calibration/runChallenger.ts';
import { tunedOutOfFold } from '../../../../shared/calibration/tunedOutOfFold.ts';
import { leavesOf, type Model } from '../../../../shared/model/model.ts';
import { effectiveWeights } from '../../../../shared/scoring/effectiveWeights.ts';
import { calibrationRows } from '../calibrationRows.ts';
import type { Evidence } from '../Evidence.ts';
import { modelCurves } from '../heldOut.ts';
import { leafPoints } from '../leafPoints.ts';
import { metricNumbers } from '../metricColumns.ts';
import { scoresOfModel } from '../rowScores.ts';
import type { Run } from './makeRun.ts';

/** A freer model of the same metrics on the same folds. Categories enter it by the points of their curve. */
export const runChallenger: Run<'run-challenger'> = {
  takes: 'model',
  async make({ model: asked, kind }, { evidence, pace }) {
    const model = asked as Model;
    const { rows, options, basis } = evidence;
    const weights = effectiveWeights(model);
    const leaves = leavesOf(model.dimensions).sort((one, other) => weights.get(other.id)! - weights.get(one.id)!);
    const each = leaves.filter((leaf, index) => leaves.findIndex(({ metric }) => metric === leaf.metric) === index);
    const points = await leafPoints(rows, model, options);
    const numbers = await metricNumbers(
      rows,
      each.flatMap(({ metric, curve }) => (curve.kind === 'categories' ? [] : [metric])),
      options,
    );
    const metrics = each.map((leaf) => (leaf.curve.kind === 'categories' ? points(leaf) : numbers.shift()!));
    const drawn = await modelCurves(evidence, model);
    const calibration = calibrationRows(evidence, rows);
    const score = await scoresOutOfFold(evidence, model, drawn, calibration, pace);
    const found = await fitChallenger({ rows: calibration, metrics, score, kind, seed: basis.seed }, pace);
    return { kind, ...found, warnings: [...found.warnings, ...tunedOutOfFold(model, drawn)] };
  },
};

/** The score to beat, on the challenger's folds where a curve was drawn from what happened: both are judged on rows they did not see. */
async function scoresOutOfFold(
  { rows, options, basis }: Evidence,
  model: Model,
  drawn: readonly DrawnCurve[],
  calibration: CalibrationRows,
  pace: Pace,
): Promise<Float64Array> {
  const score = (of: Model) => scoresOfModel(rows, of, options);
  if (drawn.length === 0) return score(model);
  const { folds } = groupFolds(calibration, basis.seed);
  const modelFrom = async (train: Uint32Array) => redrawn(model, drawn, calibration, train);
  return heldOutScores(rows.count, folds, modelFrom, score, new Pacer(pace).part(0, 0.1));
}
