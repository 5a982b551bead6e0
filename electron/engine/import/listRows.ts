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
import { isComplete } from './incompleteRows.ts';

/** A page of a source's rows that were loaded: in file order unless ordered by a column, missing values last. */
export const listRows: Handler<'list-rows'> = async (
  { source: id, offset, limit, orderBy, descending, search, where },
  { session, signal },
) => {
  const source = session.store.source(id);
  const { database } = session.analysis;
  const columns = source.plan.columns.filter(({ keep }) => keep);
  const conditions = [
    isComplete(source, session.store.study.definition),
    where ? filterSql(source, where) : 'true',
    search
      ? `(${columns.map(({ name }) => `contains(lower(${quoteIdentifier(name)}::varchar), lower($2))`).join(' or ')})`
      : '$2::varchar is null',
  ];
  const file = 'read_parquet($1, file_row_number = true)';
  const from = `${file} where ${conditions.join(' and ')}`;
  const data = session.store.resolve(source.data);
  const values = [data, search ? search : null];
  const [[counted], page] = await Promise.all([
    database.rows<{ total: number }>({ text: `select count(*)::double as total from ${from}`, values }, { signal }),
    // Numbers first, and without a sort where none is asked for (they come in file order): rows of all columns are read of this page only.
    database.rows<{ number: number }>(
      {
        text: `select file_row_number::double as number from ${from} ${orderSql(source, orderBy, descending)} limit $3 offset $4`,
        values: [...values, limit, offset],
      },
      { signal },
    ),
  ]);
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: await rowsNumbered(page.map(({ number }) => number)),
    total: counted!.total,
  };

  async function rowsNumbered(numbers: readonly number[]): Promise<Cell[][]> {
    if (numbers.length === 0) return [];
    const text = `select file_row_number::double, ${columns.map(shown).join(', ')} from ${file} where file_row_number in (${numbers.join(', ')})`;
    const rows = await database.result({ text, values: [data] }, { signal }, (result) => result.getRowsJS());
    const found = new Map(rows.map(([number, ...cells]) => [number, cells as Cell[]]));
    return numbers.map((number) => found.get(number)!);
  }
};

function orderSql(source: Source, orderBy: string | undefined, descending: boolean): string {
  if (orderBy === undefined) return '';
  return `order by ${quoteIdentifier(columnOf(source, orderBy).name)} ${descending ? 'desc' : 'asc'} nulls last, file_row_number`;
}

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
