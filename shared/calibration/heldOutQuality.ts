import type { PairedAuc, SuggestedWeights } from '../contract/suggestedWeights.ts';
import type { Model } from '../model/model.ts';
import type { Estimate } from '../stats/Estimate.ts';
import type { Adjustment } from './adjustableWeights.ts';
import type { PullProblem } from './choosePull.ts';
import { redrawn, redrawnPoints } from './drawnCurves.ts';
import { fitAnchored } from './fitAnchored.ts';
import { type Fold, groupFolds } from './groupFolds.ts';
import { heldOutScores } from './heldOutScores.ts';
import type { Pacer } from './Pacer.ts';
import { pairedAuc } from './pairedAuc.ts';
import type { WeightsAsked } from './suggestWeights.ts';
import { timeFolds } from './timeFolds.ts';
import { tunedOutOfFold } from './tunedOutOfFold.ts';
import { weightsToFit } from './weightsToFit.ts';
import { withShares } from './withShares.ts';

/** Most as-of dates the weights are tested on out of time: the latest. */
const mostTimeFolds = 8;

/**
 * Suggested against current score, as scored, on rows that the weights of their fold, and the curves of both that were drawn from outcomes, did not see:
 * by account, and later in time.
 */
export async function heldOutQuality(
  asked: WeightsAsked,
  adjustment: Adjustment,
  problem: PullProblem,
  current: Float64Array,
  pacer: Pacer,
): Promise<Pick<SuggestedWeights, 'outOfFold' | 'outOfTime' | 'folds'> & { foldsConverged: boolean }> {
  const { model, rows, score, drawn, gapDays, resampling } = asked;
  const { seed } = resampling;
  let foldsConverged = true;
  const currentFrom = (train: Uint32Array) => redrawn(model, drawn, rows, train);
  const modelFrom = async (train: Uint32Array, part: Pacer) => {
    const own = currentFrom(train);
    const { fitted } = await fitAnchored(problemOf(own), rows, seed, part, train);
    foldsConverged &&= fitted.converged;
    return fitted.shares ? withShares(own, adjustment, fitted.shares) : own;
  };
  const problemOf = (own: Model) =>
    drawn.length === 0
      ? problem
      : weightsToFit({ ...asked, model: own, pointsOf: redrawnPoints(own, drawn, asked.pointsOf) }, rows).problem;
  const count = rows.outcomes.length;
  const currentScores = async (folds: readonly Fold[], part: Pacer) =>
    drawn.length === 0 ? current : heldOutScores(count, folds, async (train) => currentFrom(train), score, part);
  const doubted = (estimate: Estimate): Estimate => ({ ...estimate, warnings: [...estimate.warnings, ...tunedOutOfFold(model, drawn)] });
  const against = async (folds: readonly Fold[], part: Pacer): Promise<PairedAuc | null> => {
    if (folds.length === 0) return null;
    const suggested = await heldOutScores(count, folds, modelFrom, score, part.part(0, 0.9));
    const pair = pairedAuc(rows, await currentScores(folds, part.part(0.9, 1)), suggested, { seed });
    return { current: doubted(pair.current), suggested: doubted(pair.suggested), difference: doubted(pair.difference) };
  };
  const byAccount = groupFolds(rows, seed);
  const byTime = timeFolds(rows, gapDays);
  const latest = byTime.folds.slice(-mostTimeFolds);
  const outOfFold = await against(byAccount.folds, pacer.part(0, 0.5));
  const outOfTime = await against(latest, pacer.part(0.5, 1));
  return {
    outOfFold,
    outOfTime,
    foldsConverged,
    folds: {
      count: byAccount.folds.length + latest.length,
      skipped: byAccount.skipped + byTime.skipped,
      gapDays: latest.length > 0 ? gapDays : null,
    },
  };
}
