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
 * Aggregate over the rows of an account dated in (as-of - N, as-of]; `·on` is the date counted over. Count, distinct count and sum of no rows
 * are 0; a sum of rows whose values are all missing is missing.
 */
export function windowAggregateSql(name: string, value: WindowValue, prepared: PreparedSource, asOf: string): string {
  const refuse = (problem: string) => new Failure('definition-invalid', { where: `the metric "${name}"`, problem });
  const { aggregate, windowDays, halfLifeDays } = value;
  const where = filterOnSource(value.where, prepared);
  const rowsWithin = (from: number | null, to: number) =>
    [
      where,
      ...(from === null ? [] : [`"·on" > ${dateLiteral(addDays(asOf, -from))}`]),
      ...(to === 0 ? [] : [`"·on" <= ${dateLiteral(addDays(asOf, -to))}`]),
    ].join(' and ');
  const rows = rowsWithin(windowDays, 0);
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
  const sumOf = (values: string, filter: string) =>
    `case when count(*) filter (where ${filter}) = 0 then 0 else sum(${values}) filter (where ${filter}) end`;

  switch (aggregate) {
    case 'count':
      return decay ? sumOf(decay, rows) : `count(*) filter (where ${rows})`;
    case 'distinct':
      return `count(distinct ${column()}) filter (where ${rows})`;
    case 'sum':
      return sumOf(decay ? `${number()} * ${decay}` : number(), rows);
    case 'mean':
      return decay
        ? `sum(${number()} * ${decay}) filter (where ${rows}) / nullif(sum(${decay}) filter (where ${rows} and ${column()} is not null), 0)`
        : `avg(${number()}) filter (where ${rows})`;
    case 'min':
      return `min(${number()}) filter (where ${rows})`;
    case 'max':
      return `max(${number()}) filter (where ${rows})`;
    case 'last':
      return `arg_max(${column()}, ${latestOrder}) filter (where ${rows} and ${column()} is not null)`;
    case 'days-since-last':
      return `${dateLiteral(asOf)} - max("·on") filter (where ${rows})`;
    case 'share': {
      if (!value.matching) throw refuse('a share needs "matching": which rows count');
      return `count(*) filter (where ${rows} and ${filterOnSource(value.matching, prepared)}) / nullif(count(*) filter (where ${rows}), 0)`;
    }
    case 'trend': {
      if (windowDays === null) throw refuse('a trend needs a window');
      const amount = (filter: string) => (value.column ? sumOf(number(), filter) : `count(*) filter (where ${filter})`);
      return `(${amount(rows)}) / nullif(${amount(rowsWithin(2 * windowDays, windowDays))}, 0)::double - 1`;
    }
    case 'slope': {
      const buckets = windowDays === null ? 0 : Math.floor(windowDays / bucketDays);
      if (buckets < 3) throw refuse(`a slope needs a window of at least ${3 * bucketDays} days`);
      // Least squares over the bucket sums s_j at x_j = -j is linear in them, so one weighted sum over the rows gives it.
      const middle = -(buckets - 1) / 2;
      const spread = (buckets * (buckets ** 2 - 1)) / 12;
      const within = rowsWithin(buckets * bucketDays, 0);
      const weight = `(-floor(${age} / ${bucketDays}) - (${middle})) / ${spread}`;
      return sumOf(`${value.column ? number() : '1'} * ${weight}`, within);
    }
  }
}
