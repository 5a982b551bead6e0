import { addDays } from '../../../shared/model/isoDate.ts';
import type { MetricValue } from '../../../shared/model/metric.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from './dateLiteral.ts';
import { filterOnSource } from './filterOnSource.ts';
import type { PreparedSource } from './PreparedSource.ts';

/** Later date first, then later in the file, as one whole number. */
export const latestOrder = `("·on" - date '0001-01-01') * 4294967296 + "·row"`;

/** The last present value of a panel column; missing when it is older than the stated limit. */
export function latestSql(value: Extract<MetricValue, { kind: 'latest' }>, prepared: PreparedSource, asOf: string): string {
  const column = quoteIdentifier(value.column);
  const rows = `where ${filterOnSource(value.where, prepared)} and ${column} is not null`;
  const last = `arg_max(${column}, ${latestOrder}) filter (${rows})`;
  if (value.staleAfterDays === undefined) return last;
  return `case when max("·on") filter (${rows}) >= ${dateLiteral(addDays(asOf, -value.staleAfterDays))} then ${last} end`;
}
