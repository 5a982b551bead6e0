import { largest } from './countObservations.ts';
import type { Resampling, Sample } from './Sample.ts';
import { seededRandom } from './seededRandom.ts';

/** How often whole accounts are drawn when nobody says otherwise. */
export const defaultResamples = 1000;

/**
 * Whose rows are drawn together, and from which strata. `outcome`: apart among the accounts that ever had the outcome and those that never had it, for a
 * number that is taken within the classes (AUC, KS) and needs both. `none`: all alike, for whatever depends on how common the outcome is (a rate, a
 * probability, a cost): drawn apart that would hardly vary, and its interval be far too narrow.
 */
export type Clusters = ({ strata: 'outcome' } & Pick<Sample, 'accounts' | 'outcomes'>) | ({ strata: 'none' } & Pick<Sample, 'accounts'>);

/**
 * Draws whole accounts with replacement, and gives after each draw how often each account was drawn (by account number). The array is the same one,
 * filled anew: read it before asking for the next. Between two draws the caller may pause or stop. Source: Efron and Tibshirani (1993), 6 and 8;
 * pROC's stratified bootstrap.
 */
export function* resampleAccounts(
  clusters: Clusters,
  { resamples = defaultResamples, seed = 1 }: Resampling = {},
): Generator<Uint16Array, void> {
  const strata = strataOf(clusters);
  const times = new Uint16Array(1 + largest(clusters.accounts));
  const counts = new Uint16Array(Math.max(...strata.map(({ length }) => length)));
  const random = seededRandom(seed);
  for (let resample = 0; resample < resamples; resample++) {
    for (const stratum of strata) drawFrom(stratum, counts, random, times);
    yield times;
  }
}

/** Draws as many accounts as there are; counted by place, which is in the processor's cache sooner than by account. */
function drawFrom(stratum: Uint32Array, counts: Uint16Array, random: () => number, times: Uint16Array): void {
  const size = stratum.length;
  counts.fill(0, 0, size);
  for (let draw = 0; draw < size; draw++) counts[Math.floor(random() * size)]!++;
  for (let place = 0; place < size; place++) times[stratum[place]!] = counts[place]!;
}

/** Accounts that are drawn from one another: those that had the outcome at least once and the others, or all. */
function strataOf(clusters: Clusters): Uint32Array[] {
  const { accounts } = clusters;
  const kinds = new Uint8Array(1 + largest(accounts));
  for (let index = 0; index < accounts.length; index++) {
    const account = accounts[index]!;
    if (clusters.strata === 'outcome' && clusters.outcomes[index] === 1) kinds[account] = 2;
    else if (kinds[account] === 0) kinds[account] = 1;
  }
  const all = Uint32Array.from(kinds.keys());
  return [2, 1].map((kind) => all.filter((account) => kinds[account] === kind));
}
