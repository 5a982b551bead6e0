import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { type Check, findingOf } from './ReportContext.ts';

/** Metrics with one value, or none, over the whole book of the latest date. */
export const constantCheck =
  (table: ObservationTable): Check =>
  async ({ database, definition, options }) => {
    const latest = table.asOfDates.at(-1)!;
    if (definition.metrics.length === 0) return [];
    const [counts] = await database.rows<Record<string, number>>(
      {
        text: `select ${definition.metrics.map((metric) => `cast(count(distinct ${quoteIdentifier(metric.id)}) as integer) as ${quoteIdentifier(metric.id)}`).join(', ')}, cast(count(*) as integer) as "·rows" from ${table.table} where as_of = cast($1 as date)`,
        values: [latest],
      },
      options,
    );
    if (counts!['·rows']! < 2) return [];
    return definition.metrics
      .filter((metric) => counts![metric.id]! < 2)
      .map((metric) =>
        findingOf({
          code: 'constant-column',
          severity: 'note',
          column: metric.id,
          sentence:
            counts![metric.id] === 0
              ? `${metric.name}: missing for every account on ${latest}.`
              : `${metric.name}: the same value for every account that has one on ${latest}.`,
        }),
      );
  };
