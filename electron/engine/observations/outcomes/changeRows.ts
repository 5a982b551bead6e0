import { Failure } from '../../../../shared/failure.ts';
import type { Happening, Outcome } from '../../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from '../dateLiteral.ts';
import { latestOrder } from '../latestSql.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import { datedRows } from './datedRows.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';

/**
 * Change of a panel value from its last value known at the as-of date to the last period of the window, where having no row counts as 0.
 * Accounts at 0 or unknown to begin with are not at risk.
 */
export function changeRows(
  outcome: Outcome,
  happens: Extract<Happening, { kind: 'change' }>,
  prepared: PreparedSource,
  { asOf, after, through }: OutcomeWindow,
): Omit<OutcomeRows, 'closed'> {
  if (!prepared.columns.has(happens.column)) throw new Failure('column-unknown', { source: prepared.source.id, column: happens.column });
  if (prepared.reading.shape.kind !== 'panel')
    throw new Failure('definition-invalid', { where: `the outcome "${outcome.name}"`, problem: `"${prepared.source.id}" is not a panel` });
  const column = quoteIdentifier(happens.column);
  const rows = datedRows(prepared, {});
  const value = {
    lost: 'cast(later = 0 as double)',
    contracted: `cast(later > 0 and later < before * (1 - ${happens.tolerance}) as double)`,
    kept: `cast(later >= before * (1 - ${happens.tolerance}) and later <= before * (1 + ${happens.tolerance}) as double)`,
    expanded: `cast(later > before * (1 + ${happens.tolerance}) as double)`,
    ratio: 'later / nullif(before, 0)',
  }[happens.is];
  return {
    sql: `with last_period as (select max("·on") as day from ${rows} where "·on" > ${dateLiteral(after)} and "·on" <= ${dateLiteral(through)}),
      values_then as (select "·account" as account,
        arg_max(${column}, ${latestOrder}) filter (where "·on" <= ${dateLiteral(asOf)} and ${column} is not null) as before,
        coalesce(sum(${column}) filter (where "·on" = (select day from last_period)), 0) as later
        from ${rows} where "·on" <= ${dateLiteral(through)} group by 1)
      select account, case when (select day from last_period) is not null then ${value} end as value, coalesce(before > 0, false) as at_risk from values_then`,
    absent: { value: null, atRisk: false },
  };
}
