import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { RawTable } from './RawTable.ts';
import type { Dialect } from './RecordScanner.ts';

/** Longer records are rejected by name instead of filling the memory. */
export const longestRecordBytes = 2_000_000;

/** Name of the connection's table of broken records, when they are kept. */
export const brokenRecords = 'broken_records';

/** A UTF-8 delimited text as a table of text cells, one column a header. Broken records are left out, and kept in `brokenRecords` if asked. */
export function csvTable(path: string, dialect: Dialect, hasHeader: boolean, headers: readonly string[], keepBroken = false): RawTable {
  const options = [
    'auto_detect = false',
    `delim = ${quoteText(dialect.delimiter)}`,
    `quote = ${quoteText(dialect.quote)}`,
    `escape = ${quoteText(dialect.quote)}`,
    `header = ${hasHeader}`,
    `skip = ${dialect.skipLines}`,
    `columns = {${headers.map((_, index) => `'c${index}': 'varchar'`).join(', ')}}`,
    ...(keepBroken
      ? [`rejects_table = '${brokenRecords}'`, `rejects_scan = '${brokenRecords}_scan'`, 'rejects_limit = 0']
      : ['ignore_errors = true']),
    `max_line_size = ${longestRecordBytes}`,
  ];
  return {
    from: { text: `read_csv($1, ${options.join(', ')})`, values: [path] },
    columns: headers.map((header, index) => ({ header, text: `c${index}` })),
    path,
  };
}
