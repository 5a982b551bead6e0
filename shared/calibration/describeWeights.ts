import type { SuggestedWeight } from '../contract/suggestedWeights.ts';
import { aucEstimate } from '../stats/aucEstimate.ts';
import type { Estimate } from '../stats/Estimate.ts';
import { rankCorrelations } from '../stats/rankCorrelations.ts';
import type { Adjustment } from './adjustableWeights.ts';
import type { PullProblem } from './choosePull.ts';
import type { AnchoredFit } from './fitAnchored.ts';
import { fitWeights } from './fitWeights.ts';
import type { Pacer } from './Pacer.ts';
import type { WeightsAsked } from './suggestWeights.ts';
import type { WeightStability } from './weightStability.ts';
import { weightState } from './weightState.ts';

/** Weights that were fitted, and what they were fitted to. */
export interface WeightsToDescribe {
  asked: WeightsAsked;
  adjustment: Adjustment;
  problem: PullProblem;
  whole: AnchoredFit;
  /** Per cent of the whole, one a weight. */
  shares: readonly number[];
}

/** Pull that leaves the evidence all but alone. */
const leastPull = 0.1;
/** Rank correlation from which two columns say nearly the same. */
const closeCorrelation = 0.8;
/** Resamples behind the interval of each metric's own AUC, where accounts repeat. */
const resamples = 200;

/** Every weight with what the analyst should know before taking it, by how much it varies; null while that is not known. */
export async function describeWeights(
  { asked, adjustment, problem, whole, shares }: WeightsToDescribe,
  pacer: Pacer,
): Promise<(stability: WeightStability | null) => SuggestedWeight[]> {
  const { outcomes, accounts } = asked.rows;
  const alone = await fitWeights({ design: whole.design, current: problem.current, pull: leastPull, limits: [] }, pacer);
  const aucs: Estimate[] = [];
  for (const values of problem.columns) {
    await pacer.step(aucs.length / problem.columns.length);
    aucs.push(aucEstimate({ values, outcomes, accounts }, { eventsLie: 'low', resamples, seed: asked.resampling.seed }));
  }
  const correlations = rankCorrelations(problem.columns);
  const strongerOf = (index: number): string | null => {
    const stronger = adjustment.weights.findIndex(
      (_, other) =>
        other !== index && correlations[index]![other]! >= closeCorrelation && (aucs[other]!.value ?? 0) > (aucs[index]!.value ?? 0),
    );
    return stronger < 0 ? null : asked.nameOf(adjustment.weights[stronger]!.node);
  };
  return (stability) =>
    adjustment.weights.map((weight, index) => {
      const missing = whole.design.missing[index]!;
      const facts = { weight, suggested: shares[index]!, stability: stability?.ranges[index] ?? null, auc: aucs[index]! };
      return {
        node: weight.node.id,
        name: asked.nameOf(weight.node),
        current: weight.current,
        suggested: facts.suggested,
        stability: facts.stability,
        minimum: weight.minimum,
        maximum: weight.maximum,
        locked: weight.locked,
        auc: facts.auc,
        missing,
        ...weightState({
          ...facts,
          isMissing: missing === outcomes.length,
          isConstant: whole.design.deviations[index] === 0,
          isRefused: alone.theta[index] === 0,
          stronger: strongerOf(index),
        }),
      };
    });
}
