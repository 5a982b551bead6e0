import type { Definition } from '../../../shared/model/definition.ts';
import type { RunOptions } from '../database/Database.ts';

/** Who has no observation at one as-of date: accounts outside their lifetime, and those a population rule excludes, by its id. */
export interface Absence {
  asOf: string;
  outsideLifetime: number;
  excluded: Record<string, number>;
}

/** The table of observations: a row per account and as-of date. */
export interface ObservationTable {
  /** Changes whenever the rows do. */
  fingerprint: string;
  definition: Definition;
  /** Ascending. */
  asOfDates: string[];
  /** Name in the analysis database; docs/ARCHITECTURE.md lists its columns. */
  table: string;
  /** The table below it: the same rows by number (`rowid`), and those with an `exclusion`. */
  base: string;
  /** Counts how often tables were made in this session: a row's number in one edition says nothing of another, though the rows are the same. */
  edition: number;
  /** Account columns held as "account.<column>", with their type. */
  attributes: { column: string; type: string }[];
  /** Of the dates observed so far. */
  absences: Absence[];
}

export interface ObservationOptions extends RunOptions {
  onStep?: ((share: number, step: string) => void) | undefined;
  /** The date that has to be observed: one of the study's, or its latest. Absent: all of them. */
  asOf?: string | undefined;
}
