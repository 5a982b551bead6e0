import type { Interval } from './Estimate.ts';
import { fisherExact } from './fisherExact.ts';
import { normalPValue, z95 } from './normal.ts';
import { wilson } from './wilson.ts';

/** Two rates of independent rows, held against each other. */
export interface TwoProportions {
  /** The first rate minus the second. */
  difference: number;
  /** 95 %, after Newcombe. */
  interval: Interval;
  /** Pooled; null when there are no events at all, or nothing else. */
  z: number | null;
  /** Null with z, unless the test is Fisher's. */
  p: number | null;
  test: 'pooled z' | 'Fisher';
  /** First rate over the second with 1/2 added to each count, and its 95 % interval on the logarithmic scale. */
  ratio: { value: number; interval: Interval };
}

/**
 * Difference of two rates. Interval: Newcombe (1998, method 10) from the two Wilson intervals. p: z with the pooled rate (chi-square without
 * correction), Fisher's exact test as soon as an expected count is below 5; p null when nothing or everything happened in both. Ratio: with
 * 1/2 added to the events and 1/2 to the rows (Walter 1975). Null when a group is empty. Equals statsmodels `proportions_ztest`,
 * `confint_proportions_2indep(method='newcomb')`.
 */
export function twoProportions(eventsOne: number, nOne: number, eventsOther: number, nOther: number): TwoProportions | null {
  if (nOne === 0 || nOther === 0) return null;
  const [one, other] = [eventsOne / nOne, eventsOther / nOther];
  const [lowOne, highOne] = wilson(eventsOne, nOne)!;
  const [lowOther, highOther] = wilson(eventsOther, nOther)!;
  const difference = one - other;
  const pooled = (eventsOne + eventsOther) / (nOne + nOther);
  const isDecided = pooled > 0 && pooled < 1;
  const z = isDecided ? difference / Math.sqrt(pooled * (1 - pooled) * (1 / nOne + 1 / nOther)) : null;
  const isSmall = Math.min(nOne, nOther) * Math.min(pooled, 1 - pooled) < 5;
  return {
    difference,
    interval: [difference - Math.hypot(one - lowOne, highOther - other), difference + Math.hypot(highOne - one, other - lowOther)],
    z,
    p: z === null ? null : isSmall ? fisherExact(eventsOne, nOne, eventsOther, nOther) : normalPValue(z),
    test: isSmall ? 'Fisher' : 'pooled z',
    ratio: ratioOf(eventsOne + 0.5, nOne + 0.5, eventsOther + 0.5, nOther + 0.5),
  };
}

function ratioOf(eventsOne: number, nOne: number, eventsOther: number, nOther: number): TwoProportions['ratio'] {
  const value = eventsOne / nOne / (eventsOther / nOther);
  const spread = Math.exp(z95 * Math.sqrt(1 / eventsOne - 1 / nOne + 1 / eventsOther - 1 / nOther));
  return { value, interval: [value / spread, value * spread] };
}
