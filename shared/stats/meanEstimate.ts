import { accountBootstrap, withBootstrap } from './accountBootstrap.ts';
import { countObservations, emptyEstimate } from './countObservations.ts';
import type { Estimate } from './Estimate.ts';
import { sampleVariance } from './moments.ts';
import type { Resampling, Sample } from './Sample.ts';
import { student95 } from './studentT.ts';

/**
 * The mean of the present values: with Student's interval while every account has one row, of an account bootstrap as soon as accounts repeat,
 * drawn alike. Of squared errors it is the Brier score, of predicted minus observed the calibration in the large. No interval below two rows.
 */
export function meanEstimate(sample: Sample, resampling: Resampling = {}): Estimate {
  const { values, accounts } = sample;
  const counts = countObservations(sample);
  const empty = { ...emptyEstimate(counts), warnings: counts.n === counts.nMissing ? ['ALL_MISSING' as const] : [] };
  const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const value = weightedMean(values, accounts, null);
  if (value === null || present.length < 2) return { ...empty, value };
  if (counts.accounts === present.length) {
    const half = student95(present.length - 1) * Math.sqrt(sampleVariance(present) / present.length);
    return { ...empty, value, interval: [value - half, value + half], method: 'Student' };
  }
  const [draws] = accountBootstrap({ strata: 'none', accounts }, (times) => [weightedMean(values, accounts, times)], resampling);
  return withBootstrap({ ...empty, value, warnings: ['CLUSTERED'] }, draws!);
}

function weightedMean(values: ArrayLike<number>, accounts: ArrayLike<number>, times: Uint16Array | null): number | null {
  let [sum, size] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isNaN(value)) continue;
    const weight = times === null ? 1 : times[accounts[index]!]!;
    sum += weight * value;
    size += weight;
  }
  return size === 0 ? null : sum / size;
}
