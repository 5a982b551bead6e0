import { finish } from '../finish.ts';
import { aucOf } from './auc.ts';
import { countObservations, emptyEstimate } from './countObservations.ts';
import { delongDifference } from './delongDifference.ts';
import type { Estimate } from './Estimate.ts';
import { rankRows } from './RankedRows.ts';
import { intervalsInParts } from './resampledEstimate.ts';
import type { EventsLie, Resampling, Sample } from './Sample.ts';
import { splitByOutcome } from './splitByOutcome.ts';
import { weightedAuc } from './weightedAuc.ts';

/** Two numbers of the same observations against one outcome. */
export interface PairedSample extends Pick<Sample, 'outcomes' | 'accounts'> {
  one: ArrayLike<number>;
  other: ArrayLike<number>;
}

/**
 * How much higher the AUC of the first is, on the observations that have both: with DeLong's paired interval, of an account bootstrap that
 * draws the same accounts for both as soon as accounts repeat. No interval below two rows of a class or where the two rank every pair alike.
 */
export function aucDifference(paired: PairedSample, options: Resampling & { eventsLie?: EventsLie } = {}): Estimate {
  return finish(aucDifferenceInParts(paired, options));
}

/** The same, part by part: who walks through may pause between them. */
export function* aucDifferenceInParts(
  paired: PairedSample,
  { eventsLie = 'high', ...resampling }: Resampling & { eventsLie?: EventsLie } = {},
): Generator<undefined, Estimate> {
  const { outcomes, accounts } = paired;
  const [one, other] = presentInBoth(paired.one, paired.other);
  const counts = countObservations({ values: one, outcomes, accounts });
  const empty = emptyEstimate(counts);
  const [aucOne, aucOther] = [aucOf(splitByOutcome(one, outcomes)), aucOf(splitByOutcome(other, outcomes))];
  if (aucOne === null || aucOther === null) return empty;
  const sign = eventsLie === 'high' ? 1 : -1;
  const estimate = { ...empty, value: sign * (aucOne - aucOther) };
  yield;
  const sampling = delongDifference(one, other, outcomes);
  if (sampling === null || sampling.standardError === 0) return estimate;
  if (counts.accounts === counts.events + counts.nonEvents) {
    const ends = sampling.interval.map((end) => sign * end).sort((low, high) => low - high);
    return { ...estimate, interval: [ends[0]!, ends[1]!], method: 'DeLong, paired' };
  }
  const [rowsOne, rowsOther] = [one, other].map((values) => rankRows({ values, outcomes, accounts }));
  const inResample = (times: Uint16Array) => {
    const [resampledOne, resampledOther] = [weightedAuc(rowsOne!, times), weightedAuc(rowsOther!, times)];
    return resampledOne === null || resampledOther === null ? null : sign * (resampledOne - resampledOther);
  };
  const [found] = yield* intervalsInParts(paired, [{ estimate, inResample }], resampling);
  return found!;
}

function presentInBoth(one: ArrayLike<number>, other: ArrayLike<number>): [Float64Array, Float64Array] {
  const only = (values: ArrayLike<number>, beside: ArrayLike<number>) =>
    Float64Array.from(values, (value, index) => (Number.isNaN(beside[index]) ? Number.NaN : value));
  return [only(one, other), only(other, one)];
}
