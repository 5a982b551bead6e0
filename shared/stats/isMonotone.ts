import { spearman } from './correlation.ts';

/** Whether rates in the order of their bins only rise or only fall; bins without a rate are left out. Null below three. */
export function isMonotone(rates: readonly (number | null)[]): boolean | null {
  const present = rates.filter((rate) => rate !== null);
  if (present.length < 3) return null;
  const steps = present.slice(1).map((rate, index) => Math.sign(rate - present[index]!));
  return !(steps.includes(1) && steps.includes(-1));
}

/** Spearman's correlation of the order of the bins with their rates: ±1 = steady, near 0 = U-shaped or none. Null below three. */
export function rateTrend(rates: readonly (number | null)[]): number | null {
  const present = rates.filter((rate) => rate !== null);
  return present.length < 3 ? null : spearman([...present.keys()], present).value;
}
