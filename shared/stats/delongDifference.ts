import type { Interval } from './Estimate.ts';
import { midranks } from './midranks.ts';
import { mean, sampleVariance } from './moments.ts';
import { normalPValue, z95 } from './normal.ts';
import { valuesAt } from './presentOrder.ts';

/** Two areas under the ROC curve of the same observations. */
export interface DelongDifference {
  /** First minus second. */
  difference: number;
  standardError: number;
  interval: Interval;
  /** Null when both rank every pair alike: then there is nothing to test. */
  z: number | null;
  p: number | null;
}

/**
 * Paired difference of two AUCs after DeLong, DeLong and Clarke-Pearson (1988): the variance of the differences of the placements, which counts
 * in that both scores judged the same observations. Observations that lack either value are left out. For observations that do not repeat
 * accounts. Null below two of a class. Equals pROC `roc.test(paired = TRUE, method = "delong")`.
 */
export function delongDifference(one: ArrayLike<number>, other: ArrayLike<number>, outcomes: ArrayLike<number>): DelongDifference | null {
  const paired = Uint32Array.from(outcomes, (_, index) => index).filter(
    (index) => !Number.isNaN(one[index]) && !Number.isNaN(other[index]),
  );
  const [events, nonEvents] = [paired.filter((index) => outcomes[index] === 1), paired.filter((index) => outcomes[index] !== 1)];
  if (events.length < 2 || nonEvents.length < 2) return null;
  const [ofOne, ofOther] = [placements(one, events, nonEvents), placements(other, events, nonEvents)];
  const eventDifferences = ofOne.events.map((placement, index) => placement - ofOther.events[index]!);
  const nonEventDifferences = ofOne.nonEvents.map((placement, index) => placement - ofOther.nonEvents[index]!);
  const difference = mean(eventDifferences);
  const variance = sampleVariance(eventDifferences) / events.length + sampleVariance(nonEventDifferences) / nonEvents.length;
  const standardError = Math.sqrt(variance);
  const z = standardError > 0 ? difference / standardError : null;
  return {
    difference,
    standardError,
    interval: [difference - z95 * standardError, difference + z95 * standardError],
    z,
    p: z === null ? null : normalPValue(z),
  };
}

/** Of each event, the share of non-events below it; of each non-event, the share of events above it; ties half. */
function placements(values: ArrayLike<number>, events: Uint32Array, nonEvents: Uint32Array) {
  const ofEvents = valuesAt(events, values);
  const ofNonEvents = valuesAt(nonEvents, values);
  const both = new Float64Array(events.length + nonEvents.length);
  both.set(ofEvents);
  both.set(ofNonEvents, events.length);
  const pooled = midranks(both);
  const [within, withinOthers] = [midranks(ofEvents), midranks(ofNonEvents)];
  return {
    events: ofEvents.map((_, place) => (pooled[place]! - within[place]!) / nonEvents.length),
    nonEvents: ofNonEvents.map((_, place) => 1 - (pooled[events.length + place]! - withinOthers[place]!) / events.length),
  };
}
