import type { Model } from '../../../shared/model/model.ts';
import type { ResolvedScorer } from './resolveScorer.ts';

/** The model that scores; null where the scores are given. */
export function modelOf(scorer: ResolvedScorer): Model | null {
  return scorer.kind === 'given' ? null : scorer.model;
}
