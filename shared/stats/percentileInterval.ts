import type { Interval } from './Estimate.ts';
import { quantile } from './quantile.ts';
import type { Warning } from './warning.ts';

/** What resampled values say of a number. */
export interface PercentileInterval {
  interval: Interval | null;
  /** Resamples without a value (one class only), which were left out. */
  skipped: number;
  warnings: Warning[];
}

/**
 * The middle share (95 % unless said otherwise) of the values that resamples gave, by type 7 quantiles; null when more than 5 % of them gave
 * none. Source: Efron and Tibshirani (1993), 13.3.
 */
export function percentileInterval(draws: readonly (number | null)[], share = 0.95): PercentileInterval {
  const present = Float64Array.from(draws.filter((draw) => draw !== null)).sort();
  const skipped = draws.length - present.length;
  if (present.length === 0 || skipped > 0.05 * draws.length) return { interval: null, skipped, warnings: ['TOO_MANY_RESAMPLES_SKIPPED'] };
  return {
    interval: [quantile(present, (1 - share) / 2)!, quantile(present, (1 + share) / 2)!],
    skipped,
    warnings: skipped > 0 ? ['RESAMPLES_SKIPPED'] : [],
  };
}
