import type { Cell, Row } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { Failure } from '../../../shared/failure.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import type { Query } from '../database/query.ts';
import { diskFailure } from '../study/diskFailure.ts';
import { type DescribedColumn, describeQuery } from './describeQuery.ts';

/** A sheet has no more; the header takes a row. */
const mostRows = 1_048_575;
const mostColumns = 16_384;
const never = new AbortController().signal;

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)$/;

/** Writes the query's rows to a workbook of one sheet and returns their number. @throws Failure `export-too-large` */
export async function writeWorkbook(database: Database, query: Query, work: string, target: string, options: RunOptions): Promise<number> {
  const columns = await describeQuery(database, query, options.signal ?? never);
  const values = query.values ?? [];
  const [counted] = await database.rows<{ rows: number }>(
    { text: `select count(*)::double as rows from (${query.text})`, values },
    options,
  );
  if (counted!.rows > mostRows || columns.length > mostColumns)
    throw new Failure('export-too-large', { path: target, rows: counted!.rows, columns: columns.length });
  const rows = await database.result(
    { text: `select ${columns.map(sheetColumn).join(', ')} from (${query.text})`, values },
    options,
    (result) => result.getRowsJS(),
  );
  const header: Row = columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' }));
  const sheet = rows.map((row) => row.map(sheetCell));
  try {
    await writeExcelFile([header, ...sheet], { stickyRowsCount: 1 }).toFile(work);
  } catch (error) {
    throw diskFailure(error, target);
  }
  return rows.length;
}

/** Numbers and truth values as themselves; everything else as text, days as 2024-02-29. */
function sheetColumn({ name, type }: DescribedColumn): string {
  const column = quoteIdentifier(name);
  if (numeric.test(type)) return `${column}::double as ${column}`;
  return type === 'BOOLEAN' ? column : `${column}::varchar as ${column}`;
}

/** Text is stated to be text, so that nothing in it is run. */
function sheetCell(value: unknown): Cell {
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  if (typeof value === 'boolean') return { value, type: Boolean };
  return typeof value === 'string' ? { value, type: String } : null;
}
