import type { Interval } from './Estimate.ts';
import { z95 } from './normal.ts';

/**
 * 95 % interval of a rate after Wilson (1927): centre (p + z²/2n)/(1 + z²/n), half-width z/(1 + z²/n) * sqrt(p(1-p)/n + z²/4n²). For rows
 * that are independent: one for each account. Null of none. Equals statsmodels `proportion_confint(method='wilson')`.
 */
export function wilson(events: number, n: number): Interval | null {
  if (n === 0) return null;
  const rate = events / n;
  const spread = 1 + z95 ** 2 / n;
  const centre = (rate + z95 ** 2 / (2 * n)) / spread;
  const half = (z95 / spread) * Math.sqrt((rate * (1 - rate)) / n + z95 ** 2 / (4 * n * n));
  return [events === 0 ? 0 : centre - half, events === n ? 1 : centre + half];
}
