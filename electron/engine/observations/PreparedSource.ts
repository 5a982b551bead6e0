import type { Reading } from '../../../shared/model/reading.ts';
import type { ColumnType, Source } from '../../../shared/model/source.ts';

/** A source ready to be observed: its rows carry the account they belong to and their date. */
export interface PreparedSource {
  source: Source;
  reading: Reading;
  columns: ReadonlyMap<string, ColumnType>;
  /**
   * View over the rows that count, in file order: every column of the source, and
   * `·account` VARCHAR (null when no account is reached), `·row` BIGINT (record number), `·date` DATE, `·end` DATE (intervals only).
   */
  relation: string;
  /** Column behind `·date`; null for snapshots. */
  dateColumn: string | null;
  /** Of the account source: its rows with a key, and how many accounts they are; null for every other source. */
  accountRows: { rows: number; accounts: number } | null;
  /** First and last `·date` in the rows; null when there is none. */
  firstDate: string | null;
  lastDate: string | null;
  /** Last day the source is believed to tell of. */
  exportedOn: string;
  /** Days it reaches over, both inclusive; null for a snapshot, or when no row is dated. */
  covers: { from: string; to: string } | null;
}
