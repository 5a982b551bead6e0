import { finish } from '../finish.ts';
import type { Estimate } from './Estimate.ts';
import { percentileInterval } from './percentileInterval.ts';
import { type Clusters, resampleAccounts } from './resampleAccounts.ts';
import type { Resampling } from './Sample.ts';

/** Numbers of one resample, from how often each account was drawn; null for one that has no value there. */
export type Resampled = (times: Uint16Array) => readonly (number | null)[];

/** What the resamples gave, one list for each number. */
export function accountBootstrap(clusters: Clusters, numbersOf: Resampled, resampling: Resampling = {}): (number | null)[][] {
  return finish(accountBootstrapInParts(clusters, numbersOf, resampling));
}

/** The same, resample by resample: who walks through may pause after each. */
export function* accountBootstrapInParts(
  clusters: Clusters,
  numbersOf: Resampled,
  resampling: Resampling = {},
): Generator<undefined, (number | null)[][]> {
  const draws: (number | null)[][] = [];
  for (const times of resampleAccounts(clusters, resampling)) {
    for (const [index, number] of numbersOf(times).entries()) {
      draws[index] ??= [];
      draws[index].push(number);
    }
    yield;
  }
  return draws;
}

/** An estimate with the percentile interval of its resampled values. */
export function withBootstrap(estimate: Estimate, draws: readonly (number | null)[]): Estimate {
  const { interval, warnings } = percentileInterval(draws);
  const method = interval && `account bootstrap (${draws.length})`;
  return { ...estimate, interval, method, warnings: [...estimate.warnings, ...warnings] };
}
