import type { PairedAuc, SuggestedWeights } from '../contract/suggestedWeights.ts';
import type { Estimate } from '../stats/Estimate.ts';
import type { Adjustment } from './adjustableWeights.ts';
import type { PullProblem } from './choosePull.ts';
import { fitAnchored } from './fitAnchored.ts';
import { type Fold, groupFolds } from './groupFolds.ts';
import { heldOutScores } from './heldOutScores.ts';
import type { Pacer } from './Pacer.ts';
import { pairedAuc } from './pairedAuc.ts';
import type { WeightsAsked } from './suggestWeights.ts';
import { timeFolds } from './timeFolds.ts';
import { tunedCurves } from './tunedCurves.ts';
import { withShares } from './withShares.ts';

/** Most as-of dates the weights are tested on out of time: the latest. */
const mostTimeFolds = 8;

/** Suggested against current score, as scored, on rows the weights of their fold did not see: by account, and later in time. */
export async function heldOutQuality(
  { model, rows, score, gapDays, resampling: { seed } }: WeightsAsked,
  adjustment: Adjustment,
  problem: PullProblem,
  current: Float64Array,
  pacer: Pacer,
): Promise<Pick<SuggestedWeights, 'outOfFold' | 'outOfTime' | 'folds'> & { foldsConverged: boolean }> {
  let foldsConverged = true;
  const modelFrom = async (train: Uint32Array, part: Pacer) => {
    const { fitted } = await fitAnchored(problem, rows, seed, part, train);
    foldsConverged &&= fitted.converged;
    return fitted.shares ? withShares(model, adjustment, fitted.shares) : model;
  };
  const doubted = (estimate: Estimate): Estimate => ({ ...estimate, warnings: [...estimate.warnings, ...tunedCurves(model)] });
  const against = async (folds: readonly Fold[], part: Pacer): Promise<PairedAuc | null> => {
    if (folds.length === 0) return null;
    const pair = pairedAuc(rows, current, await heldOutScores(rows.outcomes.length, folds, modelFrom, score, part), { seed });
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
