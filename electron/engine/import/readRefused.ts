import { open } from 'node:fs/promises';
import { brokenReason } from './brokenReason.ts';
import { brokenRecords } from './csvTable.ts';
import type { ReadContext } from './Layout.ts';
import type { BrokenRecord } from './Tally.ts';
import { visibleText } from './visibleText.ts';

/** A record that DuckDB refused: the byte where it begins, and what is wrong with it. */
export interface Refused {
  at: number;
  broken: Omit<BrokenRecord, 'record' | 'line'>;
}

const shownCharacters = 2000;
const notUtf8 = 'INVALID ENCODING';

/**
 * The records of a delimited text that DuckDB refused, in file order. To be called on the connection that read the text: the table is its
 * own, and the database hands out the connection it got back last.
 * @param nameOf the plan's name of the column DuckDB calls c0, c1 ...
 */
export async function readRefused(
  path: string,
  nameOf: (column: string | null) => string | null,
  { database, signal }: Pick<ReadContext, 'database' | 'signal'>,
): Promise<Refused[]> {
  // DuckDB counts bytes from 1, and takes the line ends that stand before a record for its beginning.
  const record = `ltrim(csv_line, chr(13) || chr(10))`;
  const rows = await database.rows<{ at: number; type: string; message: string; column: string | null; line: string | null }>(
    {
      text: `select (line_byte_position - 1 + coalesce(first(strlen(csv_line) - strlen(${record})), 0))::double as at,
        first(error_type::varchar) as type, first(error_message) as message,
        first(column_name) as column, first(left(${record}, ${shownCharacters})) as line
        from ${brokenRecords} group by line_byte_position order by 1`,
    },
    { signal },
  );
  const refused = rows.map(({ at, type, message, column, line }) => ({
    at,
    broken: { column: type === 'UNQUOTED VALUE' ? nameOf(column) : null, value: line, reason: brokenReason(type, message) },
  }));
  const foreign = refused.filter((_, index) => rows[index]!.type === notUtf8);
  if (foreign.length > 0) await showBytes(path, foreign);
  return refused;
}

/** DuckDB gives a record that is not UTF-8 with as many question marks as bytes it does not know; the file has the bytes. */
async function showBytes(path: string, refused: readonly Refused[]): Promise<void> {
  await using file = await open(path);
  for (const { at, broken } of refused) {
    const bytes = Buffer.alloc(Buffer.byteLength(broken.value ?? ''));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
    broken.value = visibleText(bytes.subarray(0, bytesRead));
  }
}
