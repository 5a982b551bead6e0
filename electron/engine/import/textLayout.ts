import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Failure } from '../../../shared/failure.ts';
import type { TextEncoding } from '../../../shared/model/source.ts';
import { csvTable, longestRecordBytes } from './csvTable.ts';
import { decodeHead } from './decodeHead.ts';
import type { Layout, ReadContext, Wanted } from './Layout.ts';
import { looksLikeHeader } from './looksLikeHeader.ts';
import { type Dialect, RecordScanner } from './RecordScanner.ts';
import { sniffDialect } from './sniffDialect.ts';
import { splitRecords } from './splitRecords.ts';

/** The beginning of a text file with what is known of it. */
export interface TextHead {
  path: string;
  head: Buffer;
  whole: boolean;
  compressed: boolean;
  encoding: TextEncoding;
  notices: string[];
}

const recordsForHeader = 50;
const sniffedCharacters = 500_000;

/**
 * The layout of delimited text.
 * @throws Failure `line-too-long`, `quote-unterminated`, `file-empty`, `file-without-rows`
 */
export async function textLayout(text: TextHead, wanted: Wanted, { database, workFolder }: ReadContext): Promise<Layout> {
  const { path, compressed, encoding, whole } = text;
  const decoded = decodeHead(text.head, encoding, whole);
  if (decoded.trim() === '') throw new Failure('file-empty', { file: path });
  const lastLine = whole ? decoded.length : Math.max(decoded.lastIndexOf('\n'), decoded.lastIndexOf('\r')) + 1;
  if (lastLine === 0) throw new Failure('line-too-long', { file: path, line: 1, limit: longestRecordBytes });
  const beginning = join(workFolder, 'beginning.csv');
  const lines = unifyLineEnds(decoded.slice(0, lastLine));
  await writeFile(beginning, forSniffing(lines));
  const { notices, ...dialect } = await sniffDialect(database, beginning, lines, wanted);
  await writeFile(beginning, wholeRecords(path, lines, dialect, whole));

  const records = splitRecords(lines, dialect, recordsForHeader);
  if (records.length === 0) throw new Failure('file-empty', { file: path });
  const header = wanted.header ?? looksLikeHeader(records);
  if (header && whole && records.length === 1) throw new Failure('file-without-rows', { file: path, columns: records[0]!.length });
  const headers = header ? records[0]! : Array.from({ length: Math.max(...records.map((record) => record.length)) }, () => '');
  const uneven = records.slice(header ? 1 : 0).find((record) => record.length !== headers.length);
  if (uneven) {
    notices.push(
      `Some records do not have the ${headers.length} fields of the ${header ? 'header' : 'longest record'} (one has ${uneven.length}); they will be rejected and listed.`,
    );
  }
  const nul = lines.indexOf('\0');
  if (nul >= 0)
    notices.push(
      `Line ${lines.slice(0, nul).split('\n').length} of ${basename(path)} holds a NUL byte; it is kept in the text of its cell.`,
    );
  return {
    ...dialect,
    path,
    format: 'csv',
    encoding,
    compressed,
    header,
    sheets: [],
    headers,
    beginning: csvTable(beginning, dialect, header, headers),
    notices: [...text.notices, ...notices],
  };
}

/** What the sniffer is given ends where as many quotes were opened as closed: a cut field would mislead it. */
function forSniffing(text: string): string {
  let even = true;
  let end = 0;
  for (let at = 0; at < Math.min(text.length, sniffedCharacters); at++) {
    if (text[at] === '"') even = !even;
    else if (text[at] === '\n' && even) end = at + 1;
  }
  return end === 0 ? text : text.slice(0, end);
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The records that are surely complete. A quote left open near the end of a long file may close later: the import will know. */
function wholeRecords(path: string, text: string, dialect: Dialect, whole: boolean): string {
  const bytes = Buffer.from(text);
  let lastEnd = 0;
  const scanner = new RecordScanner(dialect, (_, end) => {
    lastEnd = end;
  });
  scanner.push(bytes);
  scanner.end();
  const open = scanner.insideQuotes;
  if (open && (whole || bytes.length - lastEnd > longestRecordBytes))
    throw new Failure('quote-unterminated', { file: path, line: scanner.openQuoteLine ?? 1, quote: dialect.quote });
  return open ? bytes.subarray(0, lastEnd).toString() : text;
}
