import type { CancelSignal } from '../../../shared/contract/call.ts';
import type { FileFormat, ImportPlan, TextEncoding } from '../../../shared/model/source.ts';
import type { Database } from '../database/Database.ts';
import type { RawTable } from './RawTable.ts';
import type { Dialect } from './RecordScanner.ts';

/** What reading a file needs around it. */
export interface ReadContext {
  database: Database;
  /** Absolute folder of this reading alone; removed afterwards. */
  workFolder: string;
  signal: CancelSignal;
}

/** How a file is built, found from its beginning. */
export interface Layout extends Dialect {
  path: string;
  format: FileFormat;
  encoding: TextEncoding;
  compressed: boolean;
  header: boolean;
  sheet?: string;
  sheets: string[];
  headers: string[];
  /** JSON: the headers are the fields of so many records, and there are more. */
  fieldsOfFirst?: number;
  /** Fields that the beginning did not show are among the headers; no more are added. */
  hasLateFields?: true;
  /** The beginning of the file (Parquet: the file). */
  beginning: RawTable;
  notices: string[];
}

/** What the analyst said of the file before; the rest is detected. */
export type Wanted = Partial<ImportPlan>;

/** Dialect of formats that are not delimited text. */
export const noDialect: Dialect & { encoding: TextEncoding; compressed: boolean; header: boolean; sheets: string[] } = {
  delimiter: ',',
  quote: '"',
  skipLines: 0,
  encoding: 'utf-8',
  compressed: false,
  header: true,
  sheets: [],
};
