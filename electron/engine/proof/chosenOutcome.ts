import { Failure } from '../../../shared/failure.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';

/** The outcome asked for by id, or the study's first. @throws Failure `outcome-missing`, `outcome-unknown` */
export function chosenOutcome(outcomes: readonly Outcome[], asked: string | undefined): Outcome {
  const [first] = outcomes;
  if (!first) throw new Failure('outcome-missing');
  const found = asked === undefined ? first : outcomes.find(({ id }) => id === asked);
  if (found) return found;
  throw new Failure('outcome-unknown', { outcome: asked!, known: outcomes.map(({ id }) => id).join(', ') });
}
