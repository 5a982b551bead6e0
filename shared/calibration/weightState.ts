import type { SuggestedWeight } from '../contract/suggestedWeights.ts';
import type { Estimate, Interval } from '../stats/Estimate.ts';
import type { AdjustableWeight } from './adjustableWeights.ts';

/** What is known of one fitted weight. */
export interface WeightFacts {
  weight: AdjustableWeight;
  suggested: number;
  stability: Interval | null;
  /** Of its points on their own; above one half does what it should. */
  auc: Estimate;
  isConstant: boolean;
  isMissing: boolean;
  /** Whether the evidence alone, without pull or bounds, gives it no weight. */
  isRefused: boolean;
  /** A stronger one that says nearly the same, by name. */
  stronger: string | null;
}

/** The most important thing to say of a weight, and the sentence for it. */
export function weightState(facts: WeightFacts): Pick<SuggestedWeight, 'state' | 'sentence'> {
  const { weight, suggested, auc, stronger } = facts;
  const alone = auc.value === null ? '' : ` On its own its AUC is ${auc.value.toFixed(3)}.`;
  if (facts.isMissing)
    return { state: 'all-missing', sentence: 'Missing in every observation, so nothing can be told; it can be retired.' };
  if (facts.isConstant)
    return { state: 'constant', sentence: 'The same in every observation, so it cannot tell accounts apart; it can be retired.' };
  if (weight.locked) return { state: 'locked', sentence: null };
  if (facts.isRefused && (auc.value ?? 0) < 0.5)
    return {
      state: 'refused-sign',
      sentence: `Wrong direction: the evidence alone would turn its sign, so it gives it no weight.${alone}`,
    };
  if (stronger !== null)
    return { state: 'redundant', sentence: `Says nearly the same as ${stronger}, which goes with the outcome more closely.${alone}` };
  if (facts.isRefused)
    return { state: 'redundant', sentence: `Redundant: beside the other metrics the evidence gives it no weight.${alone}` };
  if (tellsNothing(facts))
    return {
      state: 'retire',
      sentence: `Can be retired: on its own it does not go with the outcome, and resamples take its weight to 0.${alone}`,
    };
  if (weight.minimum > 0 && suggested <= weight.minimum + tolerance)
    return { state: 'at-minimum', sentence: `Held up by its minimum of ${weight.minimum} %.` };
  if (weight.maximum < 100 && suggested >= weight.maximum - tolerance)
    return { state: 'at-maximum', sentence: `Held down by its maximum of ${weight.maximum} %.` };
  return { state: 'fitted', sentence: null };
}

const tolerance = 1e-4;

function tellsNothing({ auc, stability }: WeightFacts): boolean {
  return auc.interval !== null && auc.interval[0] <= 0.5 && stability !== null && stability[0] < 0.5;
}
