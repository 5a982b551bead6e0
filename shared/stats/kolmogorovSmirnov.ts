import { walkTies } from './walkTies.ts';

/** The largest distance between two distribution functions. */
export interface KolmogorovSmirnov {
  /** max |F - G|, 0 to 1. */
  distance: number;
  /** The value at and below which the shares differ most: the first such. */
  at: number;
  /** Which sample lies lower there. */
  lower: 'one' | 'other' | 'neither';
}

/** Distances this close are the same: shares of different samples are not exact. */
const rounding = 1e-12;

/**
 * Distance of Kolmogorov and Smirnov between two ascending samples, compared only after whole blocks of equal values. Between the events and
 * the non-events of a score it is the largest sensitivity + specificity - 1 (Youden's J). Equals the statistic of scipy `ks_2samp`.
 * Null when either is empty.
 */
export function kolmogorovSmirnov(one: Float64Array, other: Float64Array): KolmogorovSmirnov | null {
  if (one.length === 0 || other.length === 0) return null;
  let [distance, at, leaning] = [0, Math.min(one[0]!, other[0]!), 0];
  walkTies(one, other, (value, inOne, inOther, belowOne, belowOther) => {
    const apart = (belowOne + inOne) / one.length - (belowOther + inOther) / other.length;
    if (Math.abs(apart) > distance + rounding) [distance, at, leaning] = [Math.abs(apart), value, Math.sign(apart)];
  });
  return { distance, at, lower: leaning > 0 ? 'one' : leaning < 0 ? 'other' : 'neither' };
}
