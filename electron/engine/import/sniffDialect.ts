import { Failure } from '../../../shared/failure.ts';
import type { ImportPlan } from '../../../shared/model/source.ts';
import type { Database } from '../database/Database.ts';
import type { Dialect } from './RecordScanner.ts';
import { splitRecords } from './splitRecords.ts';

const delimiters = [',', ';', '\t', '|'];

/**
 * How the beginning of a delimited text is written: what the analyst said, else DuckDB's sniffer, confirmed: it forgets quoting when a
 * quote is left open, and may skip records that are only of another length. `file` holds the same text as `head`, in UTF-8.
 */
export async function sniffDialect(
  database: Database,
  file: string,
  head: string,
  wanted: Partial<ImportPlan>,
): Promise<Dialect & { notices: string[] }> {
  const sniffed = await sniff(database, file);
  const delimiter = wanted.delimiter ?? confirmed(sniffed?.delimiter, head);
  const quote = wanted.quote ?? (sniffed?.quote || '"');
  const skipLines = wanted.skipLines ?? linesBeforeTable(head, { delimiter, quote, skipLines: 0 }, sniffed?.skip ?? 0);
  const skipped = head.split(/\r\n|\n|\r/, skipLines);
  const notices =
    skipLines > 0 && wanted.skipLines === undefined
      ? [
          `${skipLines === 1 ? 'The first line is' : `The first ${skipLines} lines are`} skipped, because the table begins after: ${skipped.map((line) => `"${line.slice(0, 60)}"`).join(', ')}.`,
        ]
      : [];
  return { delimiter, quote, skipLines, notices };
}

async function sniff(database: Database, path: string) {
  try {
    const [found] = await database.rows<{ delimiter: string; quote: string; skip: number }>({
      text: `select "Delimiter" as delimiter, case when "Quote" = '(empty)' then '' else "Quote" end as quote, "SkipRows"::integer as skip from sniff_csv($1, ignore_errors = true)`,
      values: [path],
    });
    return found;
  } catch (error) {
    if (error instanceof Failure && error.code === 'cancelled') throw error;
    // What DuckDB cannot make sense of is still counted below and shown to the analyst.
    return undefined;
  }
}

function confirmed(delimiter: string | undefined, head: string): string {
  const lines = head.split(/\r\n|\n|\r/, 20).filter((line) => line !== '');
  if (delimiter && lines.some((line) => line.includes(delimiter))) return delimiter;
  const often = delimiters.map((one) => ({
    one,
    least: Math.min(...lines.map((line) => line.split(one).length)),
    total: lines.join('\n').split(one).length,
  }));
  often.sort((a, b) => b.least - a.least || b.total - a.total);
  return often[0] && often[0].total > 1 ? often[0].one : ',';
}

/** Accepts the sniffed skip only where the skipped lines have fewer fields than the table, or none. */
function linesBeforeTable(head: string, dialect: Dialect, sniffed: number): number {
  const widths = splitRecords(head, dialect, sniffed + 20).map((record) => record.length);
  const leadingBlank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(head)![0].split(/\r\n|\n|\r/).length - 1;
  const table = widths.slice(sniffed);
  if (sniffed === 0 || table.length < 2) return leadingBlank;
  const width = table[0]!;
  const before = splitRecords(head.split(/\r\n|\n|\r/, sniffed).join('\n'), dialect, sniffed);
  return before.every((record) => record.filter((cell) => cell.trim() !== '').length < Math.max(2, width / 2)) ? sniffed : leadingBlank;
}
