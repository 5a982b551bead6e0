import { Failure } from '../../../shared/failure.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import type { MetricValue } from '../../../shared/model/metric.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from './dateLiteral.ts';
import { filterOnSource } from './filterOnSource.ts';
import { latestOrder } from './latestSql.ts';
import type { PreparedSource } from './PreparedSource.ts';

type WindowValue = Extract<MetricValue, { kind: 'window' }>;

const bucketDays = 30;

/**
 * Aggregate over the rows of an account dated in (as-of - N, as-of]; `·on` is the date counted over, and no row at hand is older than
 * `passDays`. Count, distinct count and sum of no rows are 0; a sum of rows whose values are all missing is missing.
 */
export function windowAggregateSql(name: string, value: WindowValue, prepared: PreparedSource, asOf: string, passDays: number): string {
  const refuse = (problem: string) => new Failure('definition-invalid', { where: `the metric "${name}"`, problem });
  const { aggregate, windowDays, halfLifeDays } = value;
  /** Conditions on a row; those that every row at hand meets are left out, for a filter costs as much as an aggregate. */
  const within = (from: number | null, to: number): string[] => [
    ...(value.where ? [filterOnSource(value.where, prepared)] : []),
    ...(from === null || from === passDays ? [] : [`"·on" > ${dateLiteral(addDays(asOf, -from))}`]),
    ...(to === 0 ? [] : [`"·on" <= ${dateLiteral(addDays(asOf, -to))}`]),
  ];
  const of = (call: string, conditions: string[]) =>
    conditions.length === 0 ? call : `${call} filter (where ${conditions.join(' and ')})`;
  const rows = within(windowDays, 0);
  const age = `(${dateLiteral(asOf)} - "·on")`;
  const decay = halfLifeDays ? `pow(0.5, ${age} / ${halfLifeDays}::double)` : null;
  if (decay && !['count', 'sum', 'mean'].includes(aggregate)) throw refuse('decay applies to count, sum and mean only');
  const column = () => {
    if (!value.column) throw refuse(`the aggregate "${aggregate}" needs a column`);
    if (!prepared.columns.has(value.column)) throw new Failure('column-unknown', { source: prepared.source.id, column: value.column });
    return quoteIdentifier(value.column);
  };
  const number = () => {
    const type = value.column && prepared.columns.get(value.column);
    if (type === 'text' || type === 'date' || type === 'timestamp') throw refuse(`the column "${value.column}" is ${type}, not a number`);
    return `cast(${column()} as double)`;
  };
  const sumOf = (values: string, conditions: string[]) =>
    conditions.length === 0
      ? `sum(${values})`
      : `case when ${of('count(*)', conditions)} = 0 then 0 else ${of(`sum(${values})`, conditions)} end`;

  switch (aggregate) {
    case 'count':
      return decay ? sumOf(decay, rows) : of('count(*)', rows);
    case 'distinct':
      return of(`count(distinct ${column()})`, rows);
    case 'sum':
      return sumOf(decay ? `${number()} * ${decay}` : number(), rows);
    case 'mean':
      return decay
        ? `${of(`sum(${number()} * ${decay})`, rows)} / nullif(${of(`sum(${decay})`, [...rows, `${column()} is not null`])}, 0)`
        : of(`avg(${number()})`, rows);
    case 'min':
      return of(`min(${number()})`, rows);
    case 'max':
      return of(`max(${number()})`, rows);
    case 'last':
      return of(`arg_max(${column()}, ${latestOrder})`, [...rows, `${column()} is not null`]);
    case 'days-since-last':
      return `${dateLiteral(asOf)} - ${of('max("·on")', rows)}`;
    case 'share': {
      if (!value.matching) throw refuse('a share needs "matching": which rows count');
      return `${of('count(*)', [...rows, filterOnSource(value.matching, prepared)])} / nullif(${of('count(*)', rows)}, 0)`;
    }
    case 'trend': {
      if (windowDays === null) throw refuse('a trend needs a window');
      const amount = (conditions: string[]) => (value.column ? sumOf(number(), conditions) : of('count(*)', conditions));
      return `(${amount(rows)}) / nullif(${amount(within(2 * windowDays, windowDays))}, 0)::double - 1`;
    }
    case 'slope': {
      const buckets = windowDays === null ? 0 : Math.floor(windowDays / bucketDays);
      if (buckets < 3) throw refuse(`a slope needs a window of at least ${3 * bucketDays} days`);
      // Least squares over the bucket sums s_j at x_j = -j is linear in them, so one weighted sum over the rows gives it.
      const middle = -(buckets - 1) / 2;
      const spread = (buckets * (buckets ** 2 - 1)) / 12;
      const weight = `(-floor(${age} / ${bucketDays}) - (${middle})) / ${spread}`;
      return sumOf(`${value.column ? number() : '1'} * ${weight}`, within(buckets * bucketDays, 0));
    }
  }
}
