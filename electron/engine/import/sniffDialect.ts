import { Failure } from '../../../shared/failure.ts';
import type { ImportPlan } from '../../../shared/model/source.ts';
import type { Database } from '../database/Database.ts';
import type { Dialect } from './RecordScanner.ts';
import { splitRecords } from './splitRecords.ts';

const recordsCompared = 50;
const mostSkipped = 50;
const delimiters = [',', ';', '\t', '|'];

/**
 * How the beginning of a delimited text is written: what the analyst said, else DuckDB's sniffer for delimiter and quote. It forgets
 * quoting when a quote is left open, and skips records that are only of another length: both are decided here. `file` holds the same text as `head`, in UTF-8.
 */
export async function sniffDialect(
  database: Database,
  file: string,
  head: string,
  wanted: Partial<ImportPlan>,
): Promise<Dialect & { notices: string[] }> {
  const sniffed = wanted.delimiter && wanted.quote !== undefined ? undefined : await sniff(database, file);
  const delimiter = wanted.delimiter ?? confirmed(sniffed?.delimiter, head);
  const quote = wanted.quote ?? (sniffed?.quote === "'" && !opensField(head, '"', delimiter) ? "'" : '"');
  const skipLines = wanted.skipLines ?? linesBeforeTable(head, { delimiter, quote, skipLines: 0 });
  const skipped = head.split(/\r\n|\n|\r/, skipLines);
  const notices =
    skipLines > 0 && wanted.skipLines === undefined
      ? [
          `${skipLines === 1 ? 'The first line is' : `The first ${skipLines} lines are`} skipped, because the table begins after: ${skipped.map((line) => `"${line.slice(0, 60)}"`).join(', ')}.`,
        ]
      : [];
  return { delimiter, quote, skipLines, notices };
}

function opensField(head: string, quote: string, delimiter: string): boolean {
  return head.startsWith(quote) || head.includes(`\n${quote}`) || head.includes(`${delimiter}${quote}`);
}

async function sniff(database: Database, path: string) {
  try {
    const [found] = await database.rows<{ delimiter: string; quote: string | null }>({
      text: `select "Delimiter" as delimiter, nullif("Quote", '(empty)') as quote from sniff_csv($1, ignore_errors = true)`,
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

/** Leading lines that are blank or, in a table of several columns, hold less than half of its usual number of fields: titles, dates of export. */
function linesBeforeTable(head: string, dialect: Dialect): number {
  const widths = splitRecords(head, dialect, recordsCompared).map((record) => record.length);
  const count = (width: number) => widths.filter((one) => one === width).length;
  const usual = widths.reduce(
    (best, width) => (count(width) > count(best) || (count(width) === count(best) && width > best) ? width : best),
    1,
  );
  const lines = head.split(/\r\n|\n|\r/, mostSkipped);
  const first = lines.findIndex((line) => {
    const filled = (splitRecords(line, dialect, 1)[0] ?? []).filter((cell) => cell.trim() !== '').length;
    return line.trim() !== '' && (usual === 1 || filled >= Math.max(2, usual / 2));
  });
  return Math.max(0, first);
}
