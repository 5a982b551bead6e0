import type { Happening, Outcome } from '../../../../shared/model/outcome.ts';
import { dateLiteral } from '../dateLiteral.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';
import { intervalsWithSuccessor } from './successors.ts';

/** Due in the window and followed within the grace period. Not due, or decided before the as-of date: not at risk. Several due: all must be followed. */
export function renewalRows(
  outcome: Outcome,
  happens: Extract<Happening, { kind: 'renewal' }>,
  prepared: PreparedSource,
  { asOf, after, through }: OutcomeWindow,
): Omit<OutcomeRows, 'closed'> {
  return {
    sql: `select account, cast(bool_and(followed) as double) as value, true as at_risk
      from (${intervalsWithSuccessor(outcome, prepared, happens.where, happens.graceDays, asOf)})
      where ends > ${dateLiteral(after)} and ends <= ${dateLiteral(through)} and not followed_before group by 1`,
    absent: { value: null, atRisk: false },
  };
}
