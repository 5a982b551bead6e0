import { runChallenger as fitChallenger } from '../../../../shared/calibration/runChallenger.ts';
import { tunedCurves } from '../../../../shared/calibration/tunedCurves.ts';
import { leavesOf, type Model } from '../../../../shared/model/model.ts';
import { effectiveWeights } from '../../../../shared/scoring/effectiveWeights.ts';
import { calibrationRows } from '../calibrationRows.ts';
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
    const score = await scoresOfModel(rows, model, options);
    const found = await fitChallenger({ rows: calibrationRows(evidence, rows), metrics, score, kind, seed: basis.seed }, pace);
    return { kind, ...found, warnings: [...found.warnings, ...tunedCurves(model)] };
  },
};
