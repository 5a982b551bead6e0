import type { Estimate } from '../../../shared/stats/Estimate.ts';

/** An estimate with what a test says of it. */
export function estimate(value: number | null, more: Partial<Estimate> = {}): Estimate {
  return { value, n: 100, nMissing: 0, events: 20, nonEvents: 80, accounts: 100, interval: null, method: null, warnings: [], ...more };
}
