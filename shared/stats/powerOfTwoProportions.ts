import { invertRising } from './invertRising.ts';
import { normalQuantile, normalTail, z95 } from './normal.ts';

/**
 * Accounts needed in each of two arms to tell a rate from another at the 5 % level with the power asked:
 * (z.975 sqrt(2 p̄q̄) + z_power sqrt(p₁q₁ + p₂q₂))² / (p₁ - p₂)² (Fleiss, Levin and Paik 2003, 4.2). Null for equal rates.
 */
export function accountsPerArm(one: number, other: number, power = 0.8): number | null {
  if (one === other) return null;
  const middle = (one + other) / 2;
  const spread = z95 * Math.sqrt(2 * middle * (1 - middle)) + normalQuantile(power) * Math.sqrt(one * (1 - one) + other * (1 - other));
  return spread ** 2 / (one - other) ** 2;
}

/**
 * The same by Cohen's effect size h = 2 asin √p₁ - 2 asin √p₂: the n at which |h| √(n/2) exceeds z.975 with the power asked (Cohen 1988).
 * Equals statsmodels `NormalIndPower`, both tails counted.
 */
export function accountsPerArmByCohen(one: number, other: number, power = 0.8): { effect: number; accounts: number } | null {
  const effect = 2 * Math.asin(Math.sqrt(one)) - 2 * Math.asin(Math.sqrt(other));
  if (effect === 0) return null;
  const distance = invertRising((shift) => normalTail(z95 - shift) + normalTail(z95 + shift), power, 0, 40);
  return { effect, accounts: (2 * distance ** 2) / effect ** 2 };
}

/** The smallest fall below a rate that this many accounts an arm can tell from chance with the power asked; null when not even 0 can be told. */
export function smallestDetectableFall(rate: number, perArm: number, power = 0.8): number | null {
  const needed = (fall: number) => accountsPerArm(rate, rate - fall, power) ?? Infinity;
  if (rate <= 0 || needed(rate) > perArm) return null;
  return invertRising((fall) => -needed(fall), -perArm, 0, rate);
}
