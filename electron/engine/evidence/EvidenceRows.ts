import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { numberColumns, type OrderedRows } from '../database/numberColumns.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import type { ProofPart, ProofSet } from '../proof/proofSet.ts';
import { fingerprintOf } from '../study/fingerprintOf.ts';
import { Shelf } from './Shelf.ts';

/** The observations of one part of a proof set, column by column, all in the order of as-of date and account. */
export interface EvidenceRows {
  database: Database;
  proof: ProofSet;
  part: ProofPart;
  /** These observations as SQL, and their order. */
  source: OrderedRows;
  count: number;
  /** 1 or 0, or the number. */
  outcomes: Float64Array;
  /** Whose observation: 0 ... `accountCount` - 1. */
  accounts: Uint32Array;
  accountCount: number;
  /** Place in `asOfDates`. */
  asOf: Uint16Array;
  asOfDates: string[];
  /** NaN where unknown. */
  revenue: Float64Array;
  /** 1 or 0: had an intervention; NaN where the study cannot tell. */
  treated: Float64Array;
  /** What was derived from these rows and is worth keeping. */
  kept: Shelf;
}

const shelves = new WeakMap<Database, Shelf>();

/** Numbers kept of one part: 128 MB. */
const mostNumbers = 16_000_000;
const mostParts = 4;

/**
 * Reads what every statistic needs of a part of the proof set; a few parts are kept.
 * @param treatmentKnown as-of dates at which no intervention means that there was none
 * @throws Failure `cancelled`
 */
export function evidenceRows(
  database: Database,
  proof: ProofSet,
  part: ProofPart,
  treatmentKnown: readonly string[],
  options: RunOptions,
): Promise<EvidenceRows> {
  const shelf = shelves.get(database) ?? new Shelf(mostParts);
  shelves.set(database, shelf);
  const key = fingerprintOf([proof.observations.fingerprint, proof.outcome.id, part]);
  return shelf.keep(key, 1, () => readRows(database, proof, part, treatmentKnown, options));
}

async function readRows(
  database: Database,
  proof: ProofSet,
  part: ProofPart,
  treatmentKnown: readonly string[],
  options: RunOptions,
): Promise<EvidenceRows> {
  const from = `(select * from ${quoteIdentifier(proof.observations.table)} where ${proof.conditions[part]})`;
  const source = { from, orderBy: 'as_of, account_id' };
  const dates = await database.rows<{ asOf: string }>(
    { text: `select strftime(as_of, '%Y-%m-%d') as "asOf" from ${from} group by as_of order by as_of` },
    options,
  );
  const [outcomes, accounts, asOf, revenue, treated] = await numberColumns(
    database,
    source,
    [
      quoteIdentifier(`outcome.${proof.outcome.id}`),
      'dense_rank() over (order by account_id) - 1',
      'dense_rank() over (order by as_of) - 1',
      'revenue',
      treatedSql(treatmentKnown),
    ],
    options,
  );
  return {
    ...{ database, proof, part, source },
    count: outcomes!.length,
    outcomes: outcomes!,
    accounts: Uint32Array.from(accounts!),
    accountCount: accounts!.reduce((most, account) => Math.max(most, account + 1), 0),
    asOf: Uint16Array.from(asOf!),
    asOfDates: dates.map((date) => date.asOf),
    revenue: revenue!,
    treated: treated!,
    kept: new Shelf(mostNumbers),
  };
}

function treatedSql(treatmentKnown: readonly string[]): string {
  const known = treatmentKnown.length === 0 ? 'false' : `as_of in (${treatmentKnown.map(dateLiteral).join(', ')})`;
  return `case when ${known} then cast(treated as integer) when treated then 1 end`;
}
