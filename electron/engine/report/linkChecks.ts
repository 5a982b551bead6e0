import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { type Check, type Count, childrenOf, findingOf, percentOf } from './ReportContext.ts';

/** Both ends of every link: rows that reach no account, accounts without rows, and keys that differ only in case, spaces or leading zeros. */
export const linkChecks: Check = async (context) => {
  const { database, accounts, options } = context;
  if (!accounts) return [];
  const findings = [];
  const known = `(select distinct "·account" as id from ${accounts.relation} where "·account" is not null)`;
  for (const child of childrenOf(context)) {
    const { id, name } = child.source;
    const column = child.reading.link!.column;
    const [orphans] = await database.rows<Count>(
      {
        text: `with lost as (select coalesce("·account", cast(${quoteIdentifier(column)} as varchar)) as key from ${child.relation} r where not exists (select 1 from ${known} k where k.id = r."·account"))
          select cast((select count(key) from lost) as integer) as count, cast(count(*) as integer) as of,
          (select list(key) from (select distinct key from lost where key is not null order by 1 limit 5)) as examples from ${child.relation}`,
      },
      options,
    );
    if (orphans!.count > 0)
      findings.push(
        findingOf({
          code: 'rows-without-account',
          severity: 'warning',
          source: id,
          column,
          count: orphans!.count,
          of: orphans!.of,
          examples: orphans!.examples ?? [],
          sentence: `${name}: ${orphans!.count} of ${orphans!.of} rows (${percentOf(orphans!.count, orphans!.of)}) lead to no account and are not used.`,
        }),
      );

    const [childless] = await database.rows<Count>(
      {
        text: `with childless as (select id from ${known} where id not in (select "·account" from ${child.relation} where "·account" is not null))
          select cast((select count(*) from childless) as integer) as count, cast(count(*) as integer) as of, (select list(id) from (select id from childless order by 1 limit 5)) as examples from ${known}`,
      },
      options,
    );
    if (childless!.count > 0)
      findings.push(
        findingOf({
          code: 'accounts-without-rows',
          severity: 'note',
          source: id,
          count: childless!.count,
          of: childless!.of,
          examples: childless!.examples ?? [],
          sentence: `${name}: ${childless!.count} of ${childless!.of} accounts never appear in it; their counts and sums are ${child.reading.unseenAccounts === 'zero' ? 'zero' : 'missing'}, as the source says.`,
        }),
      );

    const simple = (key: string) => `ltrim(lower(trim(${key})), '0')`;
    const [near] = await database.rows<Count>(
      {
        text: `with lost as (select distinct "·account" as key from ${child.relation} r where "·account" is not null and not exists (select 1 from ${known} k where k.id = r."·account")),
          matched as (select distinct lost.key from lost join ${known} k on ${simple('k.id')} = ${simple('lost.key')})
          select cast(count(*) as integer) as count, cast((select count(*) from lost) as integer) as of, (select list(key) from (select key from matched order by 1 limit 5)) as examples from matched`,
      },
      options,
    );
    if (near!.count > 0)
      findings.push(
        findingOf({
          code: 'near-miss-keys',
          severity: 'problem',
          source: id,
          column,
          count: near!.count,
          of: near!.of,
          examples: near!.examples ?? [],
          sentence: `${name}: ${near!.count} of the ${near!.of} unknown keys in "${column}" would match an account but for case, spaces or leading zeros.`,
        }),
      );
  }
  return findings;
};
