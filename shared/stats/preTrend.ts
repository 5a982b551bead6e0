import { coMoment, mean } from './moments.ts';

/** How differently two groups moved before the treatment. */
export interface PreTrend {
  /** Slope of the treated minus slope of the others, a period. */
  difference: number;
  standardError: number;
}

/** Numbers of one group in the periods before, and the period of each. */
export interface Trend {
  values: ArrayLike<number>;
  periods: ArrayLike<number>;
}

/**
 * Difference of the slopes of two least-squares lines over the periods before a treatment, with a common residual variance: the interaction of
 * y ~ period · treated. Far from 0 = the groups were moving apart already. Null below two periods, or five rows.
 */
export function preTrend(treated: Trend, others: Trend): PreTrend | null {
  const lines = [treated, others].map(({ values, periods }) => {
    const spread = values.length === 0 ? 0 : coMoment(periods, periods);
    const slope = spread === 0 ? 0 : coMoment(periods, values) / spread;
    const [middle, level] = [mean(periods), mean(values)];
    const residuals = Array.from(values, (value, index) => value - level - slope * (periods[index]! - middle));
    return { slope, spread, n: values.length, squares: residuals.reduce((sum, residual) => sum + residual * residual, 0) };
  });
  const [one, other] = lines as [(typeof lines)[number], (typeof lines)[number]];
  if (one.spread === 0 || other.spread === 0 || one.n + other.n < 5) return null;
  const variance = (one.squares + other.squares) / (one.n + other.n - 4);
  return { difference: one.slope - other.slope, standardError: Math.sqrt(variance * (1 / one.spread + 1 / other.spread)) };
}
