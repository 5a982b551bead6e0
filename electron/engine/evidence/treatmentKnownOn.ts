import { addDays } from '../../../shared/model/isoDate.ts';
import type { ObservationOptions, ObservationTable } from '../observations/ObservationTable.ts';
import type { Analysis } from '../study/Analysis.ts';

/**
 * The as-of dates around which the interventions source reaches over the whole time in which an intervention counts; at the others an account
 * without one may have had one. None without such a source.
 */
export async function treatmentKnownOn(
  analysis: Analysis,
  { definition: { interventions, outcomes }, asOfDates }: ObservationTable,
  options: ObservationOptions,
): Promise<string[]> {
  if (!interventions) return [];
  const covers = (await analysis.preparedSources(options)).get(interventions.source)?.covers;
  if (!covers) return [];
  const ahead = Math.max(0, ...outcomes.map(({ leadDays, horizonDays }) => leadDays + horizonDays));
  return asOfDates.filter((asOf) => addDays(asOf, 1 - interventions.withinDays) >= covers.from && addDays(asOf, ahead) <= covers.to);
}
