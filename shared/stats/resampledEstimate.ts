import { finish } from '../finish.ts';
import { accountBootstrapInParts, withBootstrap } from './accountBootstrap.ts';
import type { Estimate } from './Estimate.ts';
import type { Resampling, Sample } from './Sample.ts';

/** An estimate with the interval of an account bootstrap that is yet to be made. */
export interface ResampledEstimate {
  /** Whole where the resamples would say nothing of it. */
  estimate: Estimate;
  /** The number in one resample, from how often each account was drawn; null where the estimate is whole. */
  inResample: ((times: Uint16Array) => number | null) | null;
  /** What the method is to add of the interval. */
  caution?: string;
}

/** The estimates of one sample with their intervals: all from the same resamples, for drawing them is most of the work. Who walks through may pause after each. */
export function* intervalsInParts(
  { outcomes, accounts }: Pick<Sample, 'outcomes' | 'accounts'>,
  estimates: readonly ResampledEstimate[],
  resampling: Resampling = {},
): Generator<undefined, Estimate[]> {
  if (estimates.every(({ inResample }) => inResample === null)) return estimates.map(({ estimate }) => estimate);
  const numbersOf = (times: Uint16Array) => estimates.map(({ inResample }) => inResample?.(times) ?? null);
  const draws = yield* accountBootstrapInParts({ strata: 'outcome', outcomes, accounts }, numbersOf, resampling);
  return estimates.map(({ estimate, inResample, caution }, index) => {
    if (inResample === null) return estimate;
    const found = withBootstrap(estimate, draws[index]!);
    return caution ? { ...found, method: found.method && `${found.method}, ${caution}` } : found;
  });
}

/** One of them by itself. */
export function withInterval(sample: Pick<Sample, 'outcomes' | 'accounts'>, one: ResampledEstimate, resampling: Resampling = {}): Estimate {
  return finish(intervalsInParts(sample, [one], resampling))[0]!;
}
