import type { Interval } from './Estimate.ts';

/** Where `kolmogorovPValue` is 0.05. */
const limit = 1.3580986393225507;

/**
 * An interval of the distance of Kolmogorov and Smirnov that holds at least 95 % of the time: the two distribution functions lie within
 * limit · sqrt(1/m + 1/n) of where they seem to, together and everywhere (Smirnov 1939; Doksum and Sievers 1976), so the distance does too. Wider than
 * a bootstrap's, but not high by chance as that is. Clipped to 0..1.
 * @param designEffect of rows whose accounts repeat
 */
export function kolmogorovBand(distance: number, m: number, n: number, designEffect = 1): Interval {
  const half = limit * Math.sqrt(designEffect * (1 / m + 1 / n));
  return [Math.max(0, distance - half), Math.min(1, distance + half)];
}
