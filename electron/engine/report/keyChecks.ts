import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { loadedRows } from '../observations/prepareSources.ts';
import { type Check, type Count, findingOf } from './ReportContext.ts';

/** Keys declared unique that repeat. */
export const keyChecks: Check = async ({ database, prepared, accounts, definition, options }) => {
  const findings = [];
  for (const one of prepared.values()) {
    const { id, name } = one.source;
    const isAccounts = one === accounts;
    const unique = isAccounts && one.reading.shape.kind === 'snapshot' ? definition.account?.key : one.reading.uniqueKey;
    const rows = loadedRows(id);
    if (unique && one.columns.has(unique)) {
      const key = quoteIdentifier(unique);
      const [found] = await database.rows<Count>(
        {
          text: `select cast(count(${key}) - count(distinct ${key}) as integer) as count, cast(count(*) as integer) as of,
            (select list(k) from (select cast(${key} as varchar) as k from ${rows} where ${key} is not null group by 1 having count(*) > 1 order by 1 limit 5)) as examples from ${rows}`,
        },
        options,
      );
      const kept = isAccounts
        ? 'the last row of each account counts, unless "collapse" says sum, max, min or any for a column'
        : { all: 'all of them count', first: 'the first of each counts', last: 'the last of each counts' }[one.reading.repeatedKeys];
      if (found!.count > 0)
        findings.push(
          findingOf({
            code: 'repeated-keys',
            severity: 'warning',
            source: id,
            column: unique,
            count: found!.count,
            of: found!.of,
            examples: found!.examples ?? [],
            sentence: `${name}: ${found!.count} rows repeat a value of "${unique}", which was declared unique; ${kept}.`,
          }),
        );
    }
  }
  return findings;
};
