import type { Interval } from './Estimate.ts';
import { mean, sampleVariance } from './moments.ts';
import { student95, studentPValue } from './studentT.ts';

/** Two means, held against each other. */
export interface Welch {
  /** First minus second. */
  difference: number;
  standardError: number;
  t: number;
  degreesOfFreedom: number;
  p: number;
  interval: Interval;
}

/**
 * Difference of two means without assuming equal variances (Welch 1947): degrees of freedom after Satterthwaite. Equals scipy
 * `ttest_ind(equal_var=False)`. Null below five in a group, or when neither varies.
 */
export function welch(one: ArrayLike<number>, other: ArrayLike<number>): Welch | null {
  if (one.length < 5 || other.length < 5) return null;
  const [ofOne, ofOther] = [sampleVariance(one) / one.length, sampleVariance(other) / other.length];
  const standardError = Math.sqrt(ofOne + ofOther);
  if (standardError === 0) return null;
  const share = ofOne / (ofOne + ofOther);
  const degreesOfFreedom = 1 / (share ** 2 / (one.length - 1) + (1 - share) ** 2 / (other.length - 1));
  const difference = mean(one) - mean(other);
  const half = student95(degreesOfFreedom) * standardError;
  const t = difference / standardError;
  return {
    ...{ difference, standardError, t, degreesOfFreedom },
    p: studentPValue(t, degreesOfFreedom),
    interval: [difference - half, difference + half],
  };
}
