import { upperIncompleteGamma } from './incompleteGamma.ts';
import { invertRising } from './invertRising.ts';

/** The 97.5 % point of the standard normal distribution: half-width of a two-sided 95 % interval in standard errors. */
export const z95 = 1.959963984540054;

/** Chance that a standard normal exceeds z: Q(1/2, z²/2)/2 above zero. */
export function normalTail(z: number): number {
  const tail = upperIncompleteGamma(0.5, (z * z) / 2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** Two-sided p-value of a standard normal statistic. */
export function normalPValue(z: number): number {
  return upperIncompleteGamma(0.5, (z * z) / 2);
}

/** The point below which a standard normal lies with this chance, 0 < share < 1. */
export function normalQuantile(share: number): number {
  return share <= 0.5 ? -invertRising((z) => -normalTail(z), -share, 0, 40) : invertRising((z) => -normalTail(z), share - 1, 0, 40);
}
