import type { ColumnType } from '../../../shared/model/source.ts';
import type { Query } from '../database/query.ts';

/** A column as the file gives it. */
export interface RawColumn {
  /** Header in the file; empty when it is blank. */
  header: string;
  /** SQL expression of the cell as text. */
  text: string;
  /** SQL expression of the cell when the file itself says its type (Parquet). */
  native?: { type: ColumnType; value: string };
}

/** A file, or its beginning, as something DuckDB can select from, rows in file order. */
export interface RawTable {
  /** What stands after `from`, with its values. */
  from: Query;
  columns: RawColumn[];
  /** The delimited text that is read; absent when it is none. */
  path?: string;
}
