import { filterOnSource } from '../observations/filterOnSource.ts';
import { datedRows } from '../observations/outcomes/datedRows.ts';
import { type Check, findingOf } from './ReportContext.ts';

/** A flag on the account row held against the dated rows that tell of the same outcome. */
export const flagCheck: Check = async ({ database, definition, accounts, prepared, options }) => {
  const flag = definition.account?.flag;
  const outcome = definition.outcomes.find((one) => one.id === flag?.outcome);
  if (!flag || !accounts || outcome?.happens.kind !== 'event') return [];
  const events = prepared.get(outcome.happens.source);
  if (!events) return [];
  const [found] = await database.rows<{ flagged_only: number; dated_only: number; of: number; examples: string[] | null }>(
    {
      text: `with held as (select a.account, a.flagged, e.account is not null as dated
          from (select "·account" as account, bool_or(${filterOnSource(flag.where, accounts)}) as flagged from ${accounts.relation} where "·account" is not null group by 1) a
          left join (select distinct "·account" as account from ${datedRows(events, outcome.happens)}) e on e.account = a.account)
        select cast(count(*) filter (where flagged and not dated) as integer) as flagged_only, cast(count(*) filter (where dated and not flagged) as integer) as dated_only,
          cast(count(*) as integer) as of, (select list(account) from (select account from held where flagged <> dated order by 1 limit 5)) as examples from held`,
    },
    options,
  );
  const { flagged_only: flaggedOnly, dated_only: datedOnly, of, examples } = found!;
  const count = flaggedOnly + datedOnly;
  if (count === 0) return [];
  return [
    findingOf({
      code: 'flag-contradicts-events',
      severity: 'problem',
      source: accounts.source.id,
      count,
      of,
      examples: examples ?? [],
      sentence: `${accounts.source.name}: for ${count} of ${of} accounts the flag (${flag.where}) contradicts ${events.source.name}: ${flaggedOnly} are flagged without a dated row, ${datedOnly} have one and are not flagged. The dated rows are used.`,
    }),
  ];
};
