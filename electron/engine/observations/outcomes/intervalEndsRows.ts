import type { Happening, Outcome } from '../../../../shared/model/outcome.ts';
import { dateLiteral } from '../dateLiteral.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';
import { intervalsWithSuccessor } from './successors.ts';

/** An interval in force ends in the window without a successor: a plan change is not churn. Accounts with nothing in force are not at risk. */
export function intervalEndsRows(
  outcome: Outcome,
  happens: Extract<Happening, { kind: 'interval-ends' }>,
  prepared: PreparedSource,
  { asOf, after, through }: OutcomeWindow,
): Omit<OutcomeRows, 'closed'> {
  const intervals = intervalsWithSuccessor(outcome, prepared, happens.where, happens.successorDays, asOf);
  const ended = `ends is not null and not followed`;
  return {
    sql: `select account,
      cast(bool_or(${ended} and ends > ${dateLiteral(after)} and ends <= ${dateLiteral(through)}) as double) as value,
      not bool_or(${ended} and ends <= ${dateLiteral(after)}) as at_risk
      from (${intervals}) group by 1`,
    absent: { value: null, atRisk: false },
  };
}
