import { Failure } from '../../../../shared/failure.ts';
import type { Outcome } from '../../../../shared/model/outcome.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import type { PreparedSources } from '../prepareSources.ts';

/** The prepared source an outcome reads. @throws Failure `definition-incomplete` */
export function sourceFor(outcome: Outcome, id: string, sources: PreparedSources): PreparedSource {
  const prepared = sources.get(id);
  if (!prepared)
    throw new Failure('definition-incomplete', {
      problem: `the outcome "${outcome.name}" reads the source "${id}", which is not there or has no reading (shape and link).`,
    });
  return prepared;
}
