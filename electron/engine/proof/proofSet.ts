import type { ProofSetSummary } from '../../../shared/contract/proofSet.ts';
import { Failure } from '../../../shared/failure.ts';
import { isYesNo, type Outcome } from '../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { chosenOutcome } from './chosenOutcome.ts';

/** The observations with a known outcome, parted into those that live numbers and suggestions may use and those kept closed. */
export interface ProofSet {
  outcome: Outcome;
  /** Of all as-of dates. */
  observations: ObservationTable;
  /** SQL conditions on a row of the observations table. No row fulfils both. */
  conditions: Record<ProofPart, string>;
  /** `openings` is of the study, not of the data. */
  summary(openings: number): ProofSetSummary;
}

/** `proof`: what may be tuned on. `confirmation`: closed, opened per saved version. */
export type ProofPart = 'proof' | 'confirmation';

/** Share of accounts kept closed where a single as-of date has known outcomes. */
const drawnShare = 0.25;

/**
 * The proof set of an outcome (default: the study's first). The confirmation set is the latest as-of date with known outcomes; when there
 * is one such date only, a quarter of the accounts, drawn by a hash of their keys: the same accounts in every study, version and machine.
 * @param observations of all as-of dates
 * @throws Failure `outcome-missing`, `outcome-unknown`, `proof-empty`, `cancelled`
 */
export async function proofSet(
  database: Database,
  observations: ObservationTable,
  asked: string | undefined,
  options: RunOptions = {},
): Promise<ProofSet> {
  const outcome = chosenOutcome(observations.definition.outcomes, asked);
  const known = `${quoteIdentifier(`outcome.${outcome.id}.status`)} = 'known'`;
  const dates = await database.rows<{ asOf: string }>(
    {
      text: `select strftime(as_of, '%Y-%m-%d') as "asOf" from ${quoteIdentifier(observations.table)} where ${known} group by as_of order by as_of`,
    },
    options,
  );
  const latest = dates.at(-1)?.asOf;
  if (latest === undefined) throw new Failure('proof-empty', { outcome: outcome.name, problem: 'it is unknown for every account so far.' });
  const wholeDate = dates.length > 1;
  const closed = wholeDate ? `as_of = ${dateLiteral(latest)}` : drawn;
  const conditions = { proof: `(${known} and not (${closed}))`, confirmation: `(${known} and ${closed})` };
  const counted = await countParts(database, observations, outcome, conditions, options);
  const { proof, confirmation } = counted;
  if (proof.from === null || proof.to === null)
    throw new Failure('proof-empty', { outcome: outcome.name, problem: 'the few accounts there are belong to the confirmation set.' });
  const { from, to } = proof;
  return {
    outcome,
    observations,
    conditions,
    summary: (openings) => ({
      outcome: outcome.id,
      ...proof,
      ...{ from, to },
      confirmation: {
        from: latest,
        to: latest,
        observations: confirmation.observations,
        share: wholeDate ? null : drawnShare,
        openings,
      },
    }),
  };
}

/** The first 32 bits of the hash, written in hexadecimal, lie in the lowest quarter. */
const drawn = `left(md5('confirmation:' || account_id), 8) < '${(drawnShare * 2 ** 32).toString(16)}'`;

interface Counts {
  observations: number;
  accounts: number;
  events: number;
  eventAccounts: number;
  from: string | null;
  to: string | null;
}

async function countParts(
  database: Database,
  observations: ObservationTable,
  outcome: Outcome,
  { proof, confirmation }: Record<ProofPart, string>,
  options: RunOptions,
): Promise<Record<ProofPart, Counts>> {
  const happened = isYesNo(outcome) ? `${quoteIdentifier(`outcome.${outcome.id}`)} = 1` : 'false';
  const rows = await database.rows<Counts & { part: ProofPart }>(
    {
      text: `select case when ${proof} then 'proof' else 'confirmation' end as part,
          cast(count(*) as integer) as observations, cast(count(distinct account_id) as integer) as accounts,
          cast(count(*) filter (${happened}) as integer) as events,
          cast(count(distinct account_id) filter (${happened}) as integer) as "eventAccounts",
          strftime(min(as_of), '%Y-%m-%d') as "from", strftime(max(as_of), '%Y-%m-%d') as "to"
        from ${quoteIdentifier(observations.table)} where ${proof} or ${confirmation} group by 1`,
    },
    options,
  );
  const countsOf = (wanted: ProofPart): Counts => {
    const {
      observations = 0,
      accounts = 0,
      events = 0,
      eventAccounts = 0,
      from = null,
      to = null,
    } = rows.find(({ part }) => part === wanted) ?? {};
    return { observations, accounts, events, eventAccounts, from, to };
  };
  return { proof: countsOf('proof'), confirmation: countsOf('confirmation') };
}
