import { Failure } from '../../../shared/failure.ts';
import type { Interventions } from '../../../shared/model/definition.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import { dateLiteral } from './dateLiteral.ts';
import { datedRows } from './outcomes/datedRows.ts';
import type { PreparedSources } from './prepareSources.ts';

/** SQL rows (account) of accounts with an intervention from `withinDays` before the as-of date to the end of the longest outcome window. */
export function treatedRows(interventions: Interventions, outcomes: readonly Outcome[], sources: PreparedSources, asOf: string): string {
  const prepared = sources.get(interventions.source);
  if (!prepared)
    throw new Failure('definition-incomplete', {
      problem: `the interventions source "${interventions.source}" is not there or has no reading.`,
    });
  const ahead = Math.max(0, ...outcomes.map((outcome) => outcome.leadDays + outcome.horizonDays));
  return `select distinct "·account" as account from ${datedRows(prepared, {})}
    where "·on" > ${dateLiteral(addDays(asOf, -interventions.withinDays))} and "·on" <= ${dateLiteral(addDays(asOf, ahead))}`;
}
