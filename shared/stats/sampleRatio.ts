import { chiSquareTail } from './chiSquare.ts';
import { sum } from './moments.ts';

/** Whether the sizes of the arms are those that were planned. */
export interface SampleRatio {
  statistic: number;
  p: number;
  /** p < 0.001: something decided who is in which arm other than the plan; results are not to be read. */
  mismatch: boolean;
}

/** Chi-square of the observed sizes against planned shares (Fabijan et al. 2019); scipy `chisquare`. Null for fewer than two arms or nobody. */
export function sampleRatio(observed: readonly number[], planned: readonly number[]): SampleRatio | null {
  const [total, whole] = [sum(observed), sum(planned)];
  if (observed.length < 2 || total === 0) return null;
  const statistic = observed.reduce((before, size, arm) => {
    const expected = (total * planned[arm]!) / whole;
    return before + (size - expected) ** 2 / expected;
  }, 0);
  const p = chiSquareTail(statistic, observed.length - 1);
  return { statistic, p, mismatch: p < 0.001 };
}
