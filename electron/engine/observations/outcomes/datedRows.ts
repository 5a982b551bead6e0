import { Failure } from '../../../../shared/failure.ts';
import { quoteIdentifier } from '../../../../shared/sql/quoteIdentifier.ts';
import { filterOnSource } from '../filterOnSource.ts';
import type { PreparedSource } from '../PreparedSource.ts';

/** SQL of the rows of a source that a filter keeps: all its columns, `·account` (never null) and the date counted over as `·on` (never null). */
export function datedRows(
  prepared: PreparedSource,
  { where, dateColumn }: { where?: string | undefined; dateColumn?: string | undefined },
): string {
  if (dateColumn && !prepared.columns.has(dateColumn))
    throw new Failure('column-unknown', { source: prepared.source.id, column: dateColumn });
  if (!dateColumn && !prepared.dateColumn)
    throw new Failure('definition-invalid', {
      where: `the source "${prepared.source.id}"`,
      problem: 'its rows have no date; name a date column',
    });
  const on = dateColumn ? `cast(${quoteIdentifier(dateColumn)} as date)` : '"·date"';
  return `(select *, ${on} as "·on" from ${prepared.relation} where "·account" is not null and ${on} is not null and ${filterOnSource(where, prepared)})`;
}
