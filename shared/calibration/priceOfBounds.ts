import type { SuggestedWeights } from '../contract/suggestedWeights.ts';
import { auc } from '../stats/auc.ts';
import type { Adjustment } from './adjustableWeights.ts';
import type { PullProblem } from './choosePull.ts';
import type { AnchoredFit } from './fitAnchored.ts';
import { fitWeights } from './fitWeights.ts';
import type { Pacer } from './Pacer.ts';
import type { WeightsAsked } from './suggestWeights.ts';
import { withShares } from './withShares.ts';

/**
 * What bounds and locks cost: the same fit, with the same pull, without them. `auc` is how much higher the AUC of the freely weighted score would be on
 * the rows that were fitted to. Null without bounds and locks.
 */
export async function priceOfBounds(
  { model, rows, score }: WeightsAsked,
  adjustment: Adjustment,
  problem: PullProblem,
  { design, fitted, pull }: AnchoredFit,
  bounded: Float64Array,
  pacer: Pacer,
): Promise<SuggestedWeights['priceOfBounds']> {
  if (problem.limits.length === 0) return null;
  const free = await fitWeights({ design, current: problem.current, pull: pull.chosen, limits: [] }, pacer);
  const freeModel = free.shares ? withShares(model, adjustment, free.shares) : model;
  const [freely, within] = [auc(await score(freeModel), rows.outcomes), auc(bounded, rows.outcomes)];
  const price = freely === null || within === null ? null : within - freely;
  return {
    objective: fitted.objective,
    freeObjective: free.objective,
    auc: price,
    sentence: `Bounds and locks cost ${(fitted.objective - free.objective).toFixed(2)} of log likelihood${
      price === null ? '' : ` and ${price.toFixed(4)} of AUC on the rows fitted to`
    }.`,
  };
}
