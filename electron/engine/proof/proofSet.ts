import type { ProofSetSummary } from '../../../shared/contract/proofSet.ts';
import { Failure } from '../../../shared/failure.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import { knownAfterDays, type Outcome } from '../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { chosenOutcome } from './chosenOutcome.ts';
import { confirmationKey } from './confirmationKey.ts';
import { happenedCondition } from './happenedCondition.ts';

/** The observations with a known outcome, parted into those that live numbers and suggestions may use, those kept closed, and an embargo between. */
export interface ProofSet {
  outcome: Outcome;
  /** Of all as-of dates. */
  observations: ObservationTable;
  /** SQL conditions on a row of the observations table. No row fulfils both; a row with a known outcome that fulfils neither is embargoed. */
  conditions: Record<ProofPart, string>;
  /** By which openings of its confirmation set are counted. */
  confirmationKey: string;
  /** `openings` is of the study, not of the data. */
  summary(openings: number): ProofSetSummary;
}

/** `proof`: what may be tuned on. `confirmation`: closed, opened per saved version. */
export type ProofPart = 'proof' | 'confirmation';

/** Share of accounts kept closed where no as-of date is settled before the latest. */
const drawnShare = 0.25;

/**
 * The proof set of an outcome (default: the study's first). The confirmation set is the latest as-of date with known outcomes, and the proof
 * set every date whose outcomes were settled by then; the dates between share outcome windows with the confirmation set and are embargoed
 * ("purging": Lopez de Prado 2018, 7.4). When no date is left for the proof set, the confirmation set is a quarter of the accounts over all
 * dates, drawn by a hash of their keys: the same accounts in every study, version and machine.
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
  const settledBefore = addDays(latest, -knownAfterDays(outcome));
  const wholeDate = dates[0]!.asOf <= settledBefore;
  const conditions = wholeDate
    ? { proof: `(${known} and as_of <= ${dateLiteral(settledBefore)})`, confirmation: `(${known} and as_of = ${dateLiteral(latest)})` }
    : { proof: `(${known} and not (${drawn}))`, confirmation: `(${known} and ${drawn})` };
  const { proof, embargoed, confirmation } = await countParts(database, observations, outcome, { known, ...conditions }, options);
  if (proof.from === null || proof.to === null)
    throw new Failure('proof-empty', { outcome: outcome.name, problem: 'the few accounts there are belong to the confirmation set.' });
  const { from, to } = proof;
  return {
    outcome,
    observations,
    conditions,
    confirmationKey: confirmationKey(outcome, wholeDate ? latest : dates[0]!.asOf),
    summary: (openings) => ({
      outcome: outcome.id,
      ...proof,
      ...{ from, to },
      embargoed:
        embargoed.from === null || embargoed.to === null
          ? null
          : { observations: embargoed.observations, from: embargoed.from, to: embargoed.to },
      confirmation: {
        from: confirmation.from ?? latest,
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

type Part = ProofPart | 'embargoed';

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
  { known, proof, confirmation }: Record<ProofPart | 'known', string>,
  options: RunOptions,
): Promise<Record<Part, Counts>> {
  const happened = happenedCondition(outcome);
  const rows = await database.rows<Counts & { part: Part }>(
    {
      text: `select case when ${proof} then 'proof' when ${confirmation} then 'confirmation' else 'embargoed' end as part,
          cast(count(*) as integer) as observations, cast(count(distinct account_id) as integer) as accounts,
          cast(count(*) filter (${happened}) as integer) as events,
          cast(count(distinct account_id) filter (${happened}) as integer) as "eventAccounts",
          strftime(min(as_of), '%Y-%m-%d') as "from", strftime(max(as_of), '%Y-%m-%d') as "to"
        from ${quoteIdentifier(observations.table)} where ${known} group by 1`,
    },
    options,
  );
  const countsOf = (wanted: Part): Counts => {
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
  return { proof: countsOf('proof'), embargoed: countsOf('embargoed'), confirmation: countsOf('confirmation') };
}
