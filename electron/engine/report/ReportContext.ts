import type { Finding } from '../../../shared/contract/observationCalls.ts';
import type { RowCounts } from '../../../shared/contract/sourceCalls.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import type { PreparedSource } from '../observations/PreparedSource.ts';
import type { PreparedSources } from '../observations/prepareSources.ts';

/** What every check of the data report works with. */
export interface ReportContext {
  database: Database;
  definition: Definition;
  sources: readonly Source[];
  /** Rows of every source, in the order of `sources`. */
  counts: readonly RowCounts[];
  prepared: PreparedSources;
  /** Null until the study says which source holds the accounts. */
  accounts: PreparedSource | null;
  options: RunOptions;
}

/** One question to the data; no finding when all is well. */
export type Check = (context: ReportContext) => Promise<Finding[]>;

/** A finding with its optional parts filled in. */
export function findingOf(finding: Pick<Finding, 'code' | 'severity' | 'sentence'> & Partial<Finding>): Finding {
  return { source: null, column: null, count: null, of: null, examples: [], ...finding };
}

/** "53.9 %" of a whole; "0 %" of nothing. */
export function percentOf(count: number, of: number): string {
  return `${of === 0 ? 0 : ((100 * count) / of).toFixed(1)} %`;
}

/** Sources whose rows belong to accounts but are not the accounts. */
export function childrenOf({ prepared, accounts }: ReportContext): PreparedSource[] {
  return [...prepared.values()].filter((one) => one !== accounts && one.reading.link);
}

export interface Count {
  count: number;
  of: number;
  examples: string[] | null;
}
