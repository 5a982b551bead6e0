import { aucOf } from './auc.ts';
import { countObservations, emptyEstimate } from './countObservations.ts';
import { delong, logitInterval } from './delong.ts';
import type { Estimate } from './Estimate.ts';
import { rankRows } from './RankedRows.ts';
import { type ResampledEstimate, withInterval } from './resampledEstimate.ts';
import type { EventsLie, Resampling, Sample } from './Sample.ts';
import { type OutcomeSplit, splitByOutcome } from './splitByOutcome.ts';
import { weightedAuc } from './weightedAuc.ts';

/**
 * The AUC with the interval that fits the rows: DeLong's; on the logit scale below 50 events; of an account bootstrap as soon as accounts
 * repeat. With `eventsLie: 'low'` the chance that an event lies lower, so that above 0.5 a health score does what it should. No interval below
 * two rows of a class, for a constant, or when the values separate the outcome perfectly; the warnings say which.
 */
export function aucEstimate(sample: Sample, { eventsLie = 'high', ...resampling }: Resampling & { eventsLie?: EventsLie } = {}): Estimate {
  return withInterval(sample, resampledAuc(sample, eventsLie), resampling);
}

/** The same before the bootstrap, if it takes one. */
export function resampledAuc(sample: Sample, eventsLie: EventsLie): ResampledEstimate {
  const counts = countObservations(sample);
  const split = splitByOutcome(sample.values, sample.outcomes);
  const estimate = aucWithDelong(split, emptyEstimate(counts), eventsLie);
  if (estimate.interval === null || counts.accounts === counts.events + counts.nonEvents) return { estimate, inResample: null };
  const rows = rankRows(sample);
  const oriented = (auc: number | null) => (auc === null || eventsLie === 'high' ? auc : 1 - auc);
  return { estimate, inResample: (times) => oriented(weightedAuc(rows, times)) };
}

/** The AUC of a split sample with DeLong's interval, as if no account repeated: fills an estimate that holds the counts. */
export function aucWithDelong(split: OutcomeSplit, empty: Estimate, eventsLie: EventsLie): Estimate {
  const sampling = delong(split);
  const raw = sampling?.auc ?? aucOf(split);
  if (raw === null) return empty;
  const value = eventsLie === 'high' ? raw : 1 - raw;
  if (isConstant(split)) return { ...empty, value, warnings: [...empty.warnings, 'CONSTANT'] };
  if (raw === 0 || raw === 1) return { ...empty, value, warnings: [...empty.warnings, 'PERFECT_SEPARATION'] };
  if (sampling === null) return { ...empty, value };
  const isSmall = Math.min(split.events.length, split.nonEvents.length) < 50;
  const [low, high] = (isSmall ? logitInterval(sampling) : null) ?? sampling.interval;
  return {
    ...empty,
    value,
    interval: eventsLie === 'high' ? [low, high] : [1 - high, 1 - low],
    method: isSmall ? 'DeLong on the logit scale' : 'DeLong',
  };
}

/** Whether all present values are equal. */
export function isConstant({ events, nonEvents }: OutcomeSplit): boolean {
  const [first, last] = [
    Math.min(events[0] ?? Infinity, nonEvents[0] ?? Infinity),
    Math.max(events.at(-1) ?? -Infinity, nonEvents.at(-1) ?? -Infinity),
  ];
  return first >= last;
}
