import { filterToSql } from '../../../shared/expression/filterToSql.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { Failure } from '../../../shared/failure.ts';
import type { ColumnType } from '../../../shared/model/source.ts';
import { printDuckdb } from '../../../shared/sql/printDuckdb.ts';
import { column } from '../../../shared/sql/sql.ts';
import type { PreparedSource } from './PreparedSource.ts';

/** The type a filter sees for a column. */
export function filterType(type: ColumnType): 'number' | 'text' | 'boolean' | 'date' {
  if (type === 'text' || type === 'boolean') return type;
  return type === 'date' || type === 'timestamp' ? 'date' : 'number';
}

/** SQL of a filter over the rows of a source; true when there is no filter. @throws Failure `expression-invalid`, `column-unknown` */
export function filterOnSource(text: string | undefined, prepared: PreparedSource): string {
  if (!text) return 'true';
  return printDuckdb(
    filterToSql(parseFilter(text), (name) => {
      const type = prepared.columns.get(name);
      if (!type) throw new Failure('column-unknown', { source: prepared.source.id, column: name });
      return { sql: column(name), type: filterType(type) };
    }),
  );
}

/** Columns a filter over a source names. */
export { namesIn } from '../../../shared/expression/namesIn.ts';
