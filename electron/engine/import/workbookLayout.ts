import { join } from 'node:path';
import { Failure } from '../../../shared/failure.ts';
import { csvTable } from './csvTable.ts';
import { type Layout, noDialect, type ReadContext, type Wanted } from './Layout.ts';
import { looksLikeHeader } from './looksLikeHeader.ts';
import type { StructuredRecord } from './structuredRecord.ts';
import { cellText, workbookSheets } from './workbookSheets.ts';
import { writeTransfer } from './writeTransfer.ts';

const recordsSeen = 5_000;

/** The layout of a sheet of a workbook, the first one with rows unless another is wanted. @throws Failure `sheet-unknown`, `file-without-rows` */
export async function workbookLayout(path: string, wanted: Wanted, { workFolder, signal }: ReadContext): Promise<Layout> {
  const { rows, name, names } = await sheetRows(path, wanted.sheet, signal);
  const skipLines = wanted.skipLines ?? rows.findIndex((row) => row.some((cell) => cell !== null));
  const table = rows.slice(Math.max(0, skipLines));
  const filled = table.filter((row) => row.some((cell) => cell !== null));
  if (filled.length === 0) throw new Failure('file-without-rows', { file: path, columns: 0 });
  const header = wanted.header ?? looksLikeHeader(filled.slice(0, 2).map((row) => row.map((cell) => cell ?? '')));
  if (header && filled.length === 1) throw new Failure('file-without-rows', { file: path, columns: filled[0]!.length });
  const width = filled.reduce((widest, row) => Math.max(widest, row.length), 0);
  const headers = Array.from({ length: width }, (_, index) => (header ? (filled[0]![index] ?? '') : ''));
  const beginning = join(workFolder, 'beginning.csv');
  const records = sheetRecords(rows, skipLines, header).slice(0, recordsSeen);
  const positions = headers.map((_, index) => String(index));
  await writeTransfer(beginning, positions, records);
  return {
    ...noDialect,
    path,
    format: 'xlsx',
    skipLines,
    header,
    sheet: name,
    sheets: names,
    headers,
    beginning: csvTable(beginning, noDialect, true, headers),
    notices: names.length > 1 ? [`The workbook has ${names.length} sheets; "${name}" is read.`] : [],
  };
}

/** The rows of one sheet as text, and all sheets' names. @throws Failure `sheet-unknown` */
export async function sheetRows(path: string, wanted: string | undefined, signal: ReadContext['signal']) {
  const sheets = await workbookSheets(path, signal);
  const names = sheets.map(({ sheet }) => sheet);
  const chosen =
    wanted === undefined ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0]) : sheets.find(({ sheet }) => sheet === wanted);
  if (!chosen) throw new Failure('sheet-unknown', { file: path, sheet: wanted ?? '', known: names.join(', ') });
  const rows = chosen.data.map((row) => row.map(cellText).map((cell) => (cell?.trim() === '' ? null : cell)));
  return { rows, name: chosen.sheet, names };
}

/** The filled rows after the header as records whose fields are named by position; `line` is the sheet's row number. */
export function sheetRecords(rows: readonly (string | null)[][], skipLines: number, header: boolean): StructuredRecord[] {
  const filled = rows
    .map((row, index) => ({ row, line: index + 1 }))
    .slice(skipLines)
    .filter(({ row }) => row.some((cell) => cell !== null));
  return filled.slice(header ? 1 : 0).map(({ row, line }, index) => ({
    record: index + 1,
    line,
    fields: new Map(row.map((cell, position) => [String(position), cell])),
  }));
}
