/** Where a record stands in the original file; both count from 1, the header is no record. */
export interface Place {
  record: number;
  line: number | null;
}

/** A record that could not be loaded, and why. */
export interface BrokenRecord extends Place {
  column: string | null;
  value: string | null;
  reason: string;
}

/** What was found by reading the whole file beside DuckDB. What DuckDB loads and rejects is held against it. */
export interface Tally {
  sha256: string;
  records: number;
  /** Records that were not given to DuckDB. */
  broken: BrokenRecord[];
  notices: string[];
  /** Line of a record longer than DuckDB takes; it cannot always say so itself. */
  tooLongLine: number | null;
  /**
   * Places of loaded rows (ascending, from 0) and of records DuckDB refused (ascending byte offsets).
   * `rows` null: row n is record n + 1.
   */
  locate(rows: number[], refusedAt: number[]): Promise<{ rows: Place[]; refused: Place[] }>;
  /** When every row n is record n + 1 on line n + this, unless records were refused; else null. */
  firstLine: number | null;
}

/** A file ready to be loaded: the table, and the tally that is being made meanwhile. */
export interface Preparation<Table> {
  table: Table;
  tally: Promise<Tally>;
}
