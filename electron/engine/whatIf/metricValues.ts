import { Failure } from '../../../shared/failure.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { MetricValues } from '../../../shared/whatIf/MetricValues.ts';
import type { RunOptions } from '../database/Database.ts';
import type { RowColumn, RowSet } from './RowSet.ts';

/** The values of a metric. @throws Failure `metric-unknown`, `cancelled` */
export async function metricValues(rows: RowSet, { metrics }: Definition, metric: string, options: RunOptions): Promise<MetricValues> {
  const found = metrics.find(({ id }) => id === metric);
  if (!found) throw new Failure('metric-unknown', { metric });
  const value = quoteIdentifier(metric);
  if (found.valueType !== 'category') {
    const finite: RowColumn<'double'> = { type: 'double', sql: `case when isfinite(${value}) then ${value} end` };
    await rows.read([finite], options);
    return { kind: 'numbers', values: rows.column(finite) };
  }
  return categories(rows, value, options);
}

/** A column of texts as places in the list of those there are, in order. */
export async function categories(rows: RowSet, value: string, options: RunOptions): Promise<Extract<MetricValues, { kind: 'categories' }>> {
  const names = await rows.distinct(value, options);
  const known = names.length === 0 ? '0' : `coalesce(list_position([${names.map(quoteText).join(', ')}], ${value}) - 1, ${names.length})`;
  const codes: RowColumn<'uinteger'> = { type: 'uinteger', sql: known };
  await rows.read([codes], options);
  return { kind: 'categories', codes: rows.column(codes), names };
}
