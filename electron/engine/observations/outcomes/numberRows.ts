import { Failure } from '../../../../shared/failure.ts';
import type { Happening } from '../../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from '../dateLiteral.ts';
import { latestOrder } from '../latestSql.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import { datedRows } from './datedRows.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';

/** A number in the window: its last value or an aggregate. Accounts without one: unknown. */
export function numberRows(
  happens: Extract<Happening, { kind: 'number' }>,
  prepared: PreparedSource,
  { after, through }: OutcomeWindow,
): Omit<OutcomeRows, 'closed'> {
  if (!prepared.columns.has(happens.column)) throw new Failure('column-unknown', { source: prepared.source.id, column: happens.column });
  const column = quoteIdentifier(happens.column);
  const aggregate = {
    last: `arg_max(${column}, ${latestOrder})`,
    mean: `avg(${column})`,
    sum: `sum(${column})`,
    min: `min(${column})`,
    max: `max(${column})`,
  }[happens.aggregate];
  return {
    sql: `select "·account" as account, cast(${aggregate} as double) as value, true as at_risk
      from ${datedRows(prepared, happens)} where ${column} is not null and "·on" > ${dateLiteral(after)} and "·on" <= ${dateLiteral(through)} group by 1`,
    absent: { value: null, atRisk: true },
  };
}
