import { asOfDatesOf } from '../observations/asOfDatesOf.ts';
import { knownFromOf } from '../observations/columnKnownAt.ts';
import { readsSource } from '../observations/metricRows.ts';
import { isCovered } from '../observations/metricValueSql.ts';
import { outcomeProblem } from '../observations/outcomes/readableOutcome.ts';
import { type Check, findingOf } from './ReportContext.ts';

/** Outcomes that cannot be read yet, and metrics that are missing at some as-of dates because nothing was known then, or because their source does not reach over the window. */
export const knowledgeChecks: Check = async ({ definition, accounts, prepared }) => {
  if (!accounts) return [];
  const dates = asOfDatesOf(definition, accounts);
  const unfinished = definition.outcomes.flatMap((outcome) => {
    const problem = outcomeProblem(outcome, prepared, dates.at(-1) ?? accounts.exportedOn);
    if (problem === null) return [];
    const sentence = `${outcome.name}: unknown for every account, because it cannot be read yet. ${problem}`;
    return [findingOf({ code: 'outcome-unreadable', severity: 'problem', sentence })];
  });
  const missing = definition.metrics.filter(readsSource).flatMap((metric) => {
    const one = prepared.get(metric.value.source);
    if (!one) return [];
    const { id, name } = one.source;
    const column = metric.value.column;
    if (column && one.columns.has(column) && knownFromOf(one, column).kind === 'export') {
      const early = dates.filter((date) => date < one.exportedOn);
      if (early.length > 0)
        return [
          findingOf({
            code: 'not-known-in-time',
            severity: 'warning',
            source: id,
            column,
            count: early.length,
            of: dates.length,
            sentence: `${metric.name}: "${column}" of ${name} is known only from the export of ${one.exportedOn}, so it is missing at ${early.length} of ${dates.length} as-of dates. Declare it constant only if it never changes.`,
          }),
        ];
    }
    const uncovered = dates.filter((date) => !isCovered(metric, { prepared: one }, date));
    if (uncovered.length === 0) return [];
    const reach = one.covers ? `${name} reaches from ${one.covers.from} to ${one.covers.to}` : `${name} has no dated rows`;
    return [
      findingOf({
        code: 'window-not-covered',
        severity: 'warning',
        source: id,
        count: uncovered.length,
        of: dates.length,
        examples: uncovered.slice(0, 5),
        sentence: `${metric.name}: missing at ${uncovered.length} of ${dates.length} as-of dates, because ${reach}. State what the source covers if that is wrong.`,
      }),
    ];
  });
  return [...unfinished, ...missing];
};
