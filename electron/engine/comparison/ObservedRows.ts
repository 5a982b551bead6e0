import type { Model } from '../../../shared/model/model.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import type { ProofPart, ProofSet } from '../proof/proofSet.ts';
import { ScoredTables } from '../scoring/ScoredTables.ts';

/** Observations that two models are held against each other on. */
export interface ObservedRows {
  database: Database;
  observations: ObservationTable;
  options: RunOptions;
  /** SQL condition on a row of the observations table. */
  condition: string;
  /** Columns that name a row: the account, and its date where there are several. */
  keys: readonly ('account_id' | 'as_of')[];
  /** Where these rows are, for a sentence. */
  place: string;
  /** The rows scored by a model, as the quoted name of their table, kept while `use` runs. */
  scored<Value>(model: Model, use: (table: string) => Promise<Value>): Promise<Value>;
}

/** The book of one as-of date. */
export function bookRows(database: Database, observations: ObservationTable, asOf: string, options: RunOptions): ObservedRows {
  return {
    ...{ database, observations, options },
    condition: `as_of = ${dateLiteral(asOf)}`,
    keys: ['account_id'],
    place: `on ${asOf}`,
    scored: (model, use) => ScoredTables.of(database).use(observations, model, asOf, options, use),
  };
}

/** A part of the observations with a known outcome. For the confirmation set the opening has to be recorded first. */
export function proofRows(database: Database, set: ProofSet, part: ProofPart, options: RunOptions): ObservedRows {
  return {
    ...{ database, options },
    observations: set.observations,
    condition: set.conditions[part],
    keys: ['account_id', 'as_of'],
    place: `in the ${part} set`,
    scored: (model, use) => ScoredTables.of(database).useProof(set, part, model, options, use),
  };
}
