import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { RunOptions } from '../database/Database.ts';
import type { EvidenceRows } from './EvidenceRows.ts';

/** How often a metric holds another value once the outcome is over, counted by account. */
export interface ChangeAfterOutcome {
  /** Accounts with the outcome that are observed afterwards, and those of them with a value that is not the one before. */
  accounts: number;
  changed: number;
  /** Share of them whose value had changed up to the last as-of date before the outcome, too. */
  changedBefore: number;
  /** Share of accounts without the outcome that changed between as-of dates as far apart, dates weighted as those of the outcome; null when there are none. */
  changedOthers: number | null;
}

/** Accounts of one as-of date: seen later, seen earlier too, and of each metric how many of them changed until later, and how many since earlier. */
interface Counted {
  asOf: string;
  event: boolean;
  seen: number;
  seenBefore: number;
  counts: number[];
}

/**
 * Compares each account's values at its last as-of date before the outcome with those at the first as-of date surely after it, whether it
 * is still at risk there or not; accounts that left by then are not counted. Surely after: at the end of the window, or once the account is
 * no longer at risk. Accounts without the outcome are compared over the median of these days, from the same dates.
 * @returns by metric id; empty where there is no later as-of date. A yes/no outcome is expected.
 */
export async function changesAfterOutcome(
  { database, proof, part }: EvidenceRows,
  metrics: readonly string[],
  options: RunOptions,
): Promise<ReadonlyMap<string, ChangeAfterOutcome>> {
  const { outcome, observations } = proof;
  if (observations.asOfDates.length < 2 || metrics.length === 0) return new Map();
  const table = quoteIdentifier(observations.table);
  const value = quoteIdentifier(`outcome.${outcome.id}`);
  const status = quoteIdentifier(`outcome.${outcome.id}.status`);
  const { leadDays, horizonDays } = outcome;
  const counts = metrics.flatMap((metric) => {
    const column = quoteIdentifier(metric);
    const changed = (one: string, other: string) =>
      `count(*) filter (${other}.account_id is not null and ${one}.${column} is not null and ${one}.${column} is distinct from ${other}.${column})::integer`;
    return [changed('l', 'b'), changed('b', 'e')];
  });
  const dates = await database.rows<Counted>(
    {
      text: `with last as (select account_id, max(as_of) as as_of from ${table} where ${proof.conditions[part]} and ${value} = 1 group by 1),
        happened as (select l.account_id, l.as_of, least(l.as_of + ${leadDays + horizonDays}, min(t.as_of) + ${leadDays}) as over
          from last l left join ${table} t on t.account_id = l.account_id and t.as_of > l.as_of and t.${status} = 'not-at-risk' group by 1, 2),
        others as (select t.account_id, t.as_of, d.over from ${table} t
          join (select as_of, as_of + median(over - as_of)::integer as over from happened group by 1) d using (as_of)
          anti join happened using (account_id) where ${proof.conditions[part]}),
        chosen as (select *, true as event from happened union all select *, false from others)
        select strftime(c.as_of, '%Y-%m-%d') as "asOf", c.event,
          count(*)::integer as seen, count(e.account_id)::integer as "seenBefore", [${counts.join(', ')}] as counts from chosen c
        join ${table} b on b.account_id = c.account_id and b.as_of = c.as_of
        asof join ${table} l on l.account_id = c.account_id and l.as_of >= c.over
        asof left join ${table} e on e.account_id = c.account_id and e.as_of < c.as_of
        group by c.as_of, c.event order by c.as_of, c.event`,
    },
    options,
  );
  return new Map(metrics.map((metric, place) => [metric, changeOf(dates, place)]));
}

function changeOf(dates: readonly Counted[], place: number): ChangeAfterOutcome {
  const changedAt = (date: Counted, which: 0 | 1) => date.counts[2 * place + which]!;
  const happened = dates.filter(({ event }) => event);
  const sum = (of: readonly Counted[], number: (date: Counted) => number) => of.reduce((total, date) => total + number(date), 0);
  const othersAt = (date: Counted) => dates.find(({ asOf, event }) => asOf === date.asOf && !event);
  const matched = happened.filter(othersAt);
  const expected = sum(matched, (date) => (date.seen * changedAt(othersAt(date)!, 0)) / othersAt(date)!.seen);
  const seenBefore = sum(happened, (date) => date.seenBefore);
  return {
    accounts: sum(happened, (date) => date.seen),
    changed: sum(happened, (date) => changedAt(date, 0)),
    changedBefore: seenBefore === 0 ? 0 : sum(happened, (date) => changedAt(date, 1)) / seenBefore,
    changedOthers: matched.length === 0 ? null : expected / sum(matched, (date) => date.seen),
  };
}
