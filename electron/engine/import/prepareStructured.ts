import { join } from 'node:path';
import { csvTable } from './csvTable.ts';
import { hashFile } from './hashFile.ts';
import { jsonRecords } from './jsonRecords.ts';
import { LateFields } from './LateFields.ts';
import { type Layout, noDialect, type ReadContext } from './Layout.ts';
import { locateRecords } from './locateRecords.ts';
import { PlaceList } from './PlaceList.ts';
import type { RawTable } from './RawTable.ts';
import type { StructuredRecord } from './structuredRecord.ts';
import type { BrokenRecord, Preparation } from './Tally.ts';
import { sheetRecords, sheetRows } from './workbookLayout.ts';
import { writeTransfer } from './writeTransfer.ts';

/** JSON or a sheet for DuckDB: its records as CSV in the working folder, with their places in the original remembered. @throws LateFields */
export async function prepareStructured(layout: Layout, context: ReadContext): Promise<Preparation<RawTable>> {
  const { workFolder, signal } = context;
  const path = join(workFolder, 'records.csv');
  const byPosition = layout.format === 'xlsx';
  const names = byPosition ? layout.headers.map((_, index) => String(index)) : layout.headers;
  const late = new LateFields(names);
  const places = new PlaceList();
  const broken: BrokenRecord[] = [];
  let records = 0;
  await writeTransfer(path, names, await recordsOf(layout, context), (one) => {
    records++;
    if ('problem' in one) {
      broken.push({ record: one.record, line: one.line, column: null, value: one.value, reason: one.problem });
      return;
    }
    places.add(one.record, one.line);
    late.look(one);
  });
  if (late.areThere && !layout.hasLateFields) throw late;
  const sha256 = await hashFile(layout.path, signal);
  return {
    table: csvTable(path, noDialect, true, layout.headers, true),
    tally: Promise.resolve({
      sha256,
      records,
      broken,
      notices: late.notices(false),
      tooLongLine: null,
      firstLine: broken.length === 0 ? places.firstLine : null,
      async locate(rows, refusedAt) {
        const inTransfer = refusedAt.length === 0 ? null : await locateTransfer(path, layout, rows, refusedAt, signal);
        const placeOf = (transferred: number) => places.at(transferred);
        if (!inTransfer) return { rows: rows.map(placeOf), refused: [] };
        return { rows: inTransfer.rows.map(placeOf), refused: inTransfer.refused.map(placeOf) };
      },
    }),
  };
}

async function recordsOf(layout: Layout, { signal }: ReadContext): Promise<AsyncIterable<StructuredRecord> | Iterable<StructuredRecord>> {
  const { path, encoding, compressed, format, sheet, skipLines, header } = layout;
  if (format === 'json' || format === 'ndjson') return jsonRecords({ path, encoding, compressed, format }, signal);
  return sheetRecords((await sheetRows(path, sheet, signal)).rows, skipLines, header);
}

/** Positions (from 0) in the transfer file of loaded rows and refused records. */
async function locateTransfer(path: string, layout: Layout, rows: number[], refusedAt: number[], signal: ReadContext['signal']) {
  const found = await locateRecords(path, { ...layout, ...noDialect }, rows, refusedAt, signal);
  return { rows: found.rows.map(({ record }) => record - 1), refused: found.refused.map(({ record }) => record - 1) };
}
