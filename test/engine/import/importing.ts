import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type ImportedFile, importFile } from '../../../electron/engine/import/importFile.ts';
import { inspectFile } from '../../../electron/engine/import/inspectFile.ts';
import type { ReadContext, Wanted } from '../../../electron/engine/import/Layout.ts';
import { unconvertedColumn } from '../../../electron/engine/import/unconvertedColumn.ts';
import { withReading } from '../../../electron/engine/import/withReading.ts';
import type { Cell, Inspection, Reject } from '../../../shared/contract/sourceCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { ImportPlan } from '../../../shared/model/source.ts';

const never = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'plumbline-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** A file with this content in a folder of the test's own. */
export function fileWith(content: string | Uint8Array, name = 'accounts.csv'): string {
  const path = join(mkdtempSync(join(folder, 'file-')), name);
  writeFileSync(path, content);
  return path;
}

export function reading<Value>(path: string, work: (context: ReadContext) => Promise<Value>, signal: AbortSignal = never): Promise<Value> {
  return withReading(path, join(folder, `work ${count++}`), signal, {}, work);
}

export function inspect(path: string, wanted: Wanted = {}): Promise<Inspection> {
  return reading(path, (context) => inspectFile(path, wanted, context));
}

export interface Imported extends ImportedFile {
  names: string[];
  rows: Cell[][];
  listed: Reject[];
}

/** Imports a file and reads back what was written, dates as text. */
export function importing(path: string, plan?: ImportPlan, signal?: AbortSignal): Promise<Imported> {
  return reading(
    path,
    async (context) => {
      const imported = await importFile(path, plan, context, () => {});
      const { database } = context;
      const described = await database.rows<{ column_name: string; column_type: string }>({
        text: 'describe select * from read_parquet($1)',
        values: [imported.data],
      });
      const columns = described.filter(({ column_name }) => column_name !== unconvertedColumn);
      const list = columns.map(
        ({ column_name, column_type }) => `"${column_name.replaceAll('"', '""')}"${/DATE|TIME/.test(column_type) ? '::varchar' : ''}`,
      );
      const rows = await database.result(
        { text: `select ${list.join(', ')} from read_parquet($1)`, values: [imported.data] },
        {},
        (result) => result.getRowsJS(),
      );
      const listed =
        imported.rejects === null
          ? []
          : await database.rows<Reject>({
              text: 'select kind, record::double as record, line::double as line, "column", value, reason from read_parquet($1)',
              values: [imported.rejects],
            });
      return { ...imported, names: columns.map(({ column_name }) => column_name), rows: rows as Cell[][], listed };
    },
    signal,
  );
}

/** The failure a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code: string; sentence: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, sentence: error.message };
    throw error;
  }
  throw new Error('it did not fail');
}
