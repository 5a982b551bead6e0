import { accountBootstrap, withBootstrap } from '../stats/accountBootstrap.ts';
import { countObservations, emptyEstimate } from '../stats/countObservations.ts';
import type { Estimate } from '../stats/Estimate.ts';
import type { Resampling, Sample } from '../stats/Sample.ts';
import { twoProportions } from '../stats/twoProportions.ts';

/**
 * How much higher the event rate inside a group is than outside it, as a difference of shares: with Newcombe's interval while every account
 * has one row, of an account bootstrap as soon as accounts repeat. Null when the group or the rest is empty.
 */
export function rateDifference(
  inside: readonly boolean[],
  { outcomes, accounts }: Pick<Sample, 'outcomes' | 'accounts'>,
  resampling: Resampling = {},
): Estimate {
  const counts = countObservations({ values: new Uint8Array(outcomes.length), outcomes, accounts });
  const empty = emptyEstimate(counts);
  const { rows, events } = tally(inside, { outcomes, accounts }, null);
  const independent = twoProportions(events[0], rows[0], events[1], rows[1]);
  if (!independent) return empty;
  const { difference: value, interval } = independent;
  if (counts.accounts === outcomes.length) return { ...empty, value, interval, method: 'Newcombe' };
  // Accounts are drawn alike: drawn apart by outcome, the rates would hardly vary.
  const alike = { accounts, outcomes: new Uint8Array(outcomes.length) };
  const [draws] = accountBootstrap(alike, (times) => [differenceOf(tally(inside, { outcomes, accounts }, times))], resampling);
  return withBootstrap({ ...empty, value }, draws!);
}

interface Tally {
  /** Inside, outside. */
  rows: [number, number];
  events: [number, number];
}

/** @param times how often each account counts; null: once */
function tally(
  inside: readonly boolean[],
  { outcomes, accounts }: Pick<Sample, 'outcomes' | 'accounts'>,
  times: Uint16Array | null,
): Tally {
  const found: Tally = { rows: [0, 0], events: [0, 0] };
  for (const [row, isInside] of inside.entries()) {
    const group = isInside ? 0 : 1;
    const weight = times === null ? 1 : times[accounts[row]!]!;
    found.rows[group] += weight;
    if (outcomes[row] === 1) found.events[group] += weight;
  }
  return found;
}

function differenceOf({ rows, events }: Tally): number | null {
  return rows[0] === 0 || rows[1] === 0 ? null : events[0] / rows[0] - events[1] / rows[1];
}
