import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import { type Check, type Count, childrenOf, findingOf, percentOf } from './ReportContext.ts';

/** Rows before their account existed, outside their parent's validity, after the day of the export, and intervals that end before they start. */
export const timeChecks: Check = async (context) => {
  const { database, accounts, definition, prepared, options } = context;
  const findings = [];
  const count = async (text: string) => (await database.rows<Count>({ text }, options))[0]!;

  const start = definition.account?.start;
  for (const child of childrenOf(context).filter((one) => one.dateColumn)) {
    const { id, name } = child.source;
    if (accounts && start) {
      const early =
        await count(`select cast(count(*) filter (where r."·date" < a.start) as integer) as count, cast(count(*) as integer) as of
        from ${child.relation} r join (select "·account" as id, min(cast(${quoteIdentifier(start)} as date)) as start from ${accounts.relation} group by 1) a on a.id = r."·account"`);
      if (early.count > 0)
        findings.push(
          findingOf({
            code: 'rows-before-account',
            severity: 'warning',
            source: id,
            column: child.dateColumn,
            count: early.count,
            of: early.of,
            sentence: `${name}: ${early.count} of ${early.of} rows (${percentOf(early.count, early.of)}) are dated before their account began ("${start}").`,
          }),
        );
    }
    const parent = prepared.get(child.reading.link!.to);
    if (parent?.reading.shape.kind === 'intervals') {
      const parentKey = child.reading.link!.toColumn ?? parent.reading.uniqueKey;
      if (parentKey) {
        const outside =
          await count(`select cast(count(*) filter (where r."·date" < p."·date" or r."·date" > p."·end") as integer) as count, cast(count(*) as integer) as of
          from ${child.relation} r join ${parent.relation} p on p.${quoteIdentifier(parentKey)} = r.${quoteIdentifier(child.reading.link!.column)}`);
        if (outside.count > 0)
          findings.push(
            findingOf({
              code: 'rows-outside-parent',
              severity: 'warning',
              source: id,
              column: child.dateColumn,
              count: outside.count,
              of: outside.of,
              sentence: `${name}: ${outside.count} of ${outside.of} rows (${percentOf(outside.count, outside.of)}) are dated outside the validity of their row in ${parent.source.name}.`,
            }),
          );
      }
    }
  }
  for (const one of prepared.values()) {
    const { id, name } = one.source;
    if (one.dateColumn) {
      const last = one.reading.exportedOn ?? one.source.exportedOn;
      const future = await count(
        `select cast(count(*) as integer) as count, 0 as of from ${one.relation} where "·date" > ${dateLiteral(last)}`,
      );
      if (future.count > 0)
        findings.push(
          findingOf({
            code: 'future-dates',
            severity: 'warning',
            source: id,
            column: one.dateColumn,
            count: future.count,
            sentence: `${name}: ${future.count} rows are dated after the export of ${last}.`,
          }),
        );
    }
    if (one.reading.shape.kind === 'intervals') {
      const reversed = await count(`select cast(count(*) as integer) as count, 0 as of from ${one.relation} where "·end" < "·date"`);
      if (reversed.count > 0)
        findings.push(
          findingOf({
            code: 'ends-before-start',
            severity: 'warning',
            source: id,
            column: one.reading.shape.to,
            count: reversed.count,
            sentence: `${name}: ${reversed.count} rows end before they start.`,
          }),
        );
    }
  }
  return findings;
};
