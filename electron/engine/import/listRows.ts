import type { Cell } from '../../../shared/contract/sourceCalls.ts';
import { filterToSql } from '../../../shared/expression/filterToSql.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { Failure } from '../../../shared/failure.ts';
import type { ColumnPlan, Source } from '../../../shared/model/source.ts';
import { printDuckdb } from '../../../shared/sql/printDuckdb.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { column } from '../../../shared/sql/sql.ts';
import type { Handler } from '../CallContext.ts';
import { filterType } from '../observations/filterOnSource.ts';
import { incompleteRow } from './incompleteRows.ts';

/** A page of a source's rows that were loaded: in file order unless ordered by a column, missing values last. */
export const listRows: Handler<'list-rows'> = async (
  { source: id, offset, limit, orderBy, descending, search, where },
  { session, signal },
) => {
  const source = session.store.source(id);
  const incomplete = incompleteRow(source, session.store.study.definition);
  const { database } = session.analysis;
  const columns = source.plan.columns.filter(({ keep }) => keep);
  const conditions = [
    incomplete === null ? 'true' : `not ${incomplete}`,
    where ? filterSql(source, where) : 'true',
    search
      ? `(${columns.map(({ name }) => `contains(lower(${quoteIdentifier(name)}::varchar), lower($2))`).join(' or ')})`
      : '$2::varchar is null',
  ];
  const from = `read_parquet($1, file_row_number = true) where ${conditions.join(' and ')}`;
  const values = [session.store.resolve(source.data), search ? search : null];
  const order =
    orderBy === undefined ? '' : `${quoteIdentifier(columnOf(source, orderBy).name)} ${descending ? 'desc' : 'asc'} nulls last, `;
  const text = `select ${columns.map(shown).join(', ')} from ${from} order by ${order}file_row_number limit $3 offset $4`;
  const [[counted], rows] = await Promise.all([
    database.rows<{ total: number }>({ text: `select count(*)::double as total from ${from}`, values }, { signal }),
    database.result({ text, values: [...values, limit, offset] }, { signal }, (result) => result.getRowsJS()),
  ]);
  return { columns: columns.map(({ name, type }) => ({ name, type })), rows: rows as Cell[][], total: counted!.total };
};

/** Dates cross as ISO text. */
function shown({ name, type }: ColumnPlan): string {
  const cell = quoteIdentifier(name);
  if (type === 'date') return `${cell}::varchar`;
  return type === 'timestamp' ? `strftime(${cell}, '%Y-%m-%d %H:%M:%S')` : cell;
}

/** The kept column of that name. @throws Failure `column-unknown` */
export function columnOf(source: Source, name: string): ColumnPlan {
  const found = source.plan.columns.find((one) => one.keep && one.name === name);
  if (!found) throw new Failure('column-unknown', { source: source.id, column: name });
  return found;
}

function filterSql(source: Source, where: string): string {
  return printDuckdb(
    filterToSql(parseFilter(where), (name) => {
      const { type } = columnOf(source, name);
      return { sql: column(name), type: filterType(type) };
    }),
  );
}
