import { lowerIncompleteGamma, upperIncompleteGamma } from './incompleteGamma.ts';
import { invertRising } from './invertRising.ts';

/** Chance that a chi-square variable exceeds a value: Q(df/2, x/2). */
export function chiSquareTail(value: number, degreesOfFreedom: number): number {
  return upperIncompleteGamma(degreesOfFreedom / 2, value / 2);
}

/** The value below which a chi-square variable lies with this chance, 0 < share < 1. */
export function chiSquareQuantile(share: number, degreesOfFreedom: number): number {
  const above = 10 * degreesOfFreedom + 100;
  return invertRising((value) => lowerIncompleteGamma(degreesOfFreedom / 2, value / 2), share, 0, above);
}
