import type { Interval } from './Estimate.ts';
import { coMoment, mean, sampleVariance } from './moments.ts';
import { type Welch, welch } from './welch.ts';

/** A difference of means with what was known before taken out. */
export interface Cuped {
  theta: number;
  /** Correlation of the outcome with what was known before; the variance falls by about its square. */
  correlation: number | null;
  /** Without the correction; with it. */
  raw: Welch;
  adjusted: Welch;
  /** Share of the squared standard error that is gone: measured, not assumed. */
  varianceReduction: number;
  /** Mean before of the first arm minus the second: large = the arms were not alike. */
  balance: { difference: number; interval: Interval | null };
}

/** Numbers of one arm: after, and before it was assigned; none missing. */
export interface CupedArm {
  after: ArrayLike<number>;
  before: ArrayLike<number>;
}

/**
 * Controlled experiment using pre-experiment data (Deng, Xu, Kohavi and Walker 2013): y' = y - θ (x - x̄) with θ = cov(y, x) / var(x) over both
 * arms, then Welch's test. θ = 0 when x is constant. Null below five in an arm, or when neither varies.
 */
export function cuped(one: CupedArm, other: CupedArm): Cuped | null {
  const before = [...Array.from(one.before), ...Array.from(other.before)];
  const after = [...Array.from(one.after), ...Array.from(other.after)];
  const spread = coMoment(before, before);
  const together = coMoment(after, before);
  const theta = spread === 0 ? 0 : together / spread;
  const centre = mean(before);
  const adjust = (arm: CupedArm) => Array.from(arm.after, (value, index) => value - theta * (arm.before[index]! - centre));
  const raw = welch(one.after, other.after);
  const adjusted = welch(adjust(one), adjust(other));
  if (raw === null || adjusted === null) return null;
  const spreadAfter = sampleVariance(after) * (after.length - 1);
  return {
    ...{ theta, raw, adjusted },
    correlation: spread === 0 || spreadAfter === 0 ? null : together / Math.sqrt(spread * spreadAfter),
    varianceReduction: 1 - (adjusted.standardError / raw.standardError) ** 2,
    balance: { difference: mean(one.before) - mean(other.before), interval: welch(one.before, other.before)?.interval ?? null },
  };
}
