import type { Interval } from './Estimate.ts';
import { midranks } from './midranks.ts';
import { coMoment } from './moments.ts';
import { z95 } from './normal.ts';
import { studentPValue } from './studentT.ts';
import type { Warning } from './warning.ts';

/** A correlation with its test against none. */
export interface Correlation {
  value: number | null;
  /** Pairs used: both present. */
  n: number;
  p: number | null;
  interval: Interval | null;
  /** How the interval was made. */
  method: string | null;
  warnings: Warning[];
}

/**
 * Pearson's r; with a 0/1 column the point-biserial correlation. t = r sqrt((n-2)/(1-r²)) with n-2 degrees of freedom; interval
 * tanh(atanh r ± z/sqrt(n-3)) after Fisher. Pairs with a missing side (NaN) are left out. Null for fewer than two pairs and for a constant
 * side; no p and no interval below four pairs. Equals scipy `pearsonr` and `pointbiserialr`.
 */
export function pearson(one: ArrayLike<number>, other: ArrayLike<number>): Correlation {
  return correlationOf(...presentPairs(one, other));
}

/** Spearman's rank correlation: Pearson's of the midranks, p from the same t (approximate below ten pairs). Equals scipy `spearmanr`. */
export function spearman(one: ArrayLike<number>, other: ArrayLike<number>): Correlation {
  const [presentOne, presentOther] = presentPairs(one, other);
  const found = correlationOf(midranks(presentOne), midranks(presentOther));
  return found.p !== null && found.n < 10 ? { ...found, warnings: ['SMALL_N_APPROXIMATE'] } : found;
}

/** The test and interval of a correlation that is known already. */
export function testedCorrelation(value: number, n: number): Correlation {
  const r = Math.max(-1, Math.min(1, value));
  if (n < 4) return { value: r, n, p: null, interval: null, method: null, warnings: [] };
  const half = z95 / Math.sqrt(n - 3);
  const interval: Interval = [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
  return { value: r, n, p: studentPValue(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2), interval, method: 'Fisher', warnings: [] };
}

function correlationOf(one: Float64Array, other: Float64Array): Correlation {
  const without = { value: null, n: one.length, p: null, interval: null, method: null };
  if (one.length === 0) return { ...without, warnings: ['ALL_MISSING'] };
  const [spreadOne, spreadOther] = [coMoment(one, one), coMoment(other, other)];
  if (spreadOne === 0 || spreadOther === 0) return { ...without, warnings: ['CONSTANT'] };
  return testedCorrelation(coMoment(one, other) / Math.sqrt(spreadOne * spreadOther), one.length);
}

function presentPairs(one: ArrayLike<number>, other: ArrayLike<number>): [Float64Array, Float64Array] {
  const isPresent = (_: number, index: number) => !Number.isNaN(one[index]) && !Number.isNaN(other[index]);
  return [Float64Array.from(one).filter(isPresent), Float64Array.from(other).filter(isPresent)];
}
