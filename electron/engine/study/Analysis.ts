import type { Database, RunOptions } from '../database/Database.ts';
import type { Definition } from '../../../shared/model/definition.ts';

/** The locked database over the study's sources, and the tables made from them. Every source is the view `source_<id>`. */
export interface Analysis {
  readonly database: Database;
  /** Makes the views follow the study's sources. Called by the store after every change. */
  refreshSources(): Promise<void>;
  /** Makes sure the observations follow definition and sources; returns the table's description. */
  observations(options: RunOptions & { onStep?: (share: number, step: string) => void }): Promise<ObservationTable>;
  close(): Promise<void>;
}

/** The one table of observations: a row per account and as-of date. */
export interface ObservationTable {
  /** Changes whenever the rows do. */
  fingerprint: string;
  definition: Definition;
  /** Ascending. */
  asOfDates: string[];
  /** DuckDB table name; see docs/ARCHITECTURE.md for its columns. */
  table: string;
  /** Account columns held as "account.<column>", with their type. */
  attributes: { column: string; type: string }[];
}
