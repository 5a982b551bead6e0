import { isYesNo, type Outcome } from '../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';

/** SQL condition of the observations in which an outcome happened; one that is a number never does. */
export function happenedCondition(outcome: Outcome): string {
  return isYesNo(outcome) ? `${quoteIdentifier(`outcome.${outcome.id}`)} = 1` : 'false';
}
