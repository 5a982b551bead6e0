import { countObservations, emptyEstimate } from './countObservations.ts';
import type { Estimate } from './Estimate.ts';
import { rankRows } from './RankedRows.ts';
import { type ResampledEstimate, withInterval } from './resampledEstimate.ts';
import type { EventsLie, Resampling, Sample } from './Sample.ts';
import { weightedLift } from './weightedLift.ts';

/**
 * How much higher the event rate of the riskiest share is than that of all, with the percentile interval of an account bootstrap in which the
 * riskiest are chosen anew each time. Rows that are equal at the boundary count in the order given, as in `liftTable`. Null without events.
 */
export function liftEstimate(
  sample: Sample,
  { share = 0.1, eventsLie = 'high', ...resampling }: Resampling & { share?: number; eventsLie?: EventsLie } = {},
): Estimate {
  return withInterval(sample, resampledLift(sample, eventsLie, share), resampling);
}

/** The same before the bootstrap. */
export function resampledLift(sample: Sample, eventsLie: EventsLie, share = 0.1): ResampledEstimate {
  const counts = countObservations(sample);
  const empty = emptyEstimate(counts);
  const sign = eventsLie === 'low' ? 1 : -1;
  const rows = rankRows({ ...sample, values: Float64Array.from(sample.values, (value) => sign * value) });
  const value = weightedLift({ ...rows, accounts: rows.order }, new Uint8Array(sample.values.length).fill(1), share);
  const estimate = { ...empty, value };
  if (value === null || Math.min(counts.events, counts.nonEvents) < 2) return { estimate, inResample: null };
  return { estimate, inResample: (times) => weightedLift(rows, times, share) };
}
