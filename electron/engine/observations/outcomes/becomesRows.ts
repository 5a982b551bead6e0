import { Failure } from '../../../../shared/failure.ts';
import type { Happening, Outcome } from '../../../../shared/model/outcome.ts';
import { dateLiteral } from '../dateLiteral.ts';
import { filterOnSource } from '../filterOnSource.ts';
import { latestOrder } from '../latestSql.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import { datedRows } from './datedRows.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';

/** A panel's rows come to satisfy a condition. Whoever satisfies it already, or has no row yet, is not at risk. */
export function becomesRows(
  outcome: Outcome,
  happens: Extract<Happening, { kind: 'becomes' }>,
  prepared: PreparedSource,
  { asOf, after, through }: OutcomeWindow,
): Omit<OutcomeRows, 'closed'> {
  if (prepared.reading.shape.kind !== 'panel')
    throw new Failure('definition-invalid', {
      where: `the outcome "${outcome.name}"`,
      problem: `"${prepared.source.id}" is not a panel, so nothing in it can change`,
    });
  const holds = filterOnSource(happens.becomes, prepared);
  return {
    sql: `select "·account" as account,
      cast(coalesce(bool_or(${holds}) filter (where "·on" > ${dateLiteral(after)}), false) as double) as value,
      coalesce(not arg_max(${holds}, ${latestOrder}) filter (where "·on" <= ${dateLiteral(asOf)}), false)
        and not coalesce(bool_or(${holds}) filter (where "·on" > ${dateLiteral(asOf)} and "·on" <= ${dateLiteral(after)}), false) as at_risk
      from ${datedRows(prepared, {})} where "·on" <= ${dateLiteral(through)} group by 1`,
    absent: { value: null, atRisk: false },
  };
}
