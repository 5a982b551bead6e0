import { Failure } from '../../../shared/failure.ts';
import type { MetricValue } from '../../../shared/model/metric.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from './dateLiteral.ts';
import { filterOnSource } from './filterOnSource.ts';
import { latestOrder } from './latestSql.ts';
import type { PreparedSource } from './PreparedSource.ts';

/** Aggregate over the interval rows of an account that are in force at the as-of date. */
export function inForceAggregateSql(
  name: string,
  value: Extract<MetricValue, { kind: 'in-force' }>,
  prepared: PreparedSource,
  asOf: string,
): string {
  const refuse = (problem: string) => new Failure('definition-invalid', { where: `the metric "${name}"`, problem });
  const rows = `where ${filterOnSource(value.where, prepared)}`;
  const column = () => {
    if (!value.column) throw refuse(`the aggregate "${value.aggregate}" needs a column`);
    if (!prepared.columns.has(value.column)) throw new Failure('column-unknown', { source: prepared.source.id, column: value.column });
    return quoteIdentifier(value.column);
  };
  const number = () => {
    const type = value.column && prepared.columns.get(value.column);
    if (type === 'text' || type === 'date' || type === 'timestamp') throw refuse(`the column "${value.column}" is ${type}, not a number`);
    return `cast(${column()} as double)`;
  };
  switch (value.aggregate) {
    case 'count':
      return `count(*) filter (${rows})`;
    case 'distinct':
      return `count(distinct ${column()}) filter (${rows})`;
    case 'sum':
      return `case when count(*) filter (${rows}) = 0 then 0 else sum(${number()}) filter (${rows}) end`;
    case 'mean':
      return `avg(${number()}) filter (${rows})`;
    case 'min':
      return `min(${number()}) filter (${rows})`;
    case 'max':
      return `max(${number()}) filter (${rows})`;
    case 'last':
      return `arg_max(${column()}, ${latestOrder}) filter (${rows} and ${column()} is not null)`;
    case 'share': {
      if (!value.matching) throw refuse('a share needs "matching": which rows count');
      return `count(*) filter (${rows} and ${filterOnSource(value.matching, prepared)}) / nullif(count(*) filter (${rows}), 0)`;
    }
    case 'days-until-end':
      return `min("·end") filter (${rows}) - ${dateLiteral(asOf)}`;
  }
}
