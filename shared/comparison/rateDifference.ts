import { accountBootstrapInParts, withBootstrap } from '../stats/accountBootstrap.ts';
import { countObservations, emptyEstimate, largest } from '../stats/countObservations.ts';
import type { Estimate } from '../stats/Estimate.ts';
import type { Resampling, Sample } from '../stats/Sample.ts';
import { twoProportions } from '../stats/twoProportions.ts';

/** Of each observation: 0 inside a group, 1 outside. */
export type Sides = ArrayLike<number>;

/**
 * How much higher the event rate inside a group is than outside it, as a difference of shares: with Newcombe's interval while every account
 * has one row, of an account bootstrap as soon as accounts repeat. Null when the group or the rest is empty. Whoever walks through may pause
 * after each resample.
 */
export function* rateDifferenceInParts(
  sides: Sides,
  { outcomes, accounts }: Pick<Sample, 'outcomes' | 'accounts'>,
  resampling: Resampling = {},
): Generator<undefined, Estimate> {
  const counts = countObservations({ values: new Uint8Array(outcomes.length), outcomes, accounts });
  const empty = emptyEstimate(counts);
  const byAccount = talliesOf(sides, { outcomes, accounts });
  const all = tally(byAccount, null);
  const independent = twoProportions(all.events[0], all.rows[0], all.events[1], all.rows[1]);
  if (!independent) return empty;
  const { difference: value, interval } = independent;
  if (counts.accounts === outcomes.length) return { ...empty, value, interval, method: 'Newcombe' };
  const [draws] = yield* accountBootstrapInParts(
    { strata: 'none', accounts },
    (times) => [differenceOf(tally(byAccount, times))],
    resampling,
  );
  return withBootstrap({ ...empty, value }, draws!);
}

/** Rows and events, inside and outside. */
interface Tally {
  rows: [number, number];
  events: [number, number];
}

/** What each account has: two places an account, inside and outside. */
interface AccountTallies {
  rows: Uint32Array;
  events: Uint32Array;
}

function talliesOf(sides: Sides, { outcomes, accounts }: Pick<Sample, 'outcomes' | 'accounts'>): AccountTallies {
  const places = 2 * (1 + largest(accounts));
  const found = { rows: new Uint32Array(places), events: new Uint32Array(places) };
  for (let row = 0; row < sides.length; row++) {
    const place = 2 * accounts[row]! + sides[row]!;
    found.rows[place]!++;
    if (outcomes[row] === 1) found.events[place]!++;
  }
  return found;
}

/** @param times how often each account counts; null: once */
function tally({ rows, events }: AccountTallies, times: Uint16Array | null): Tally {
  const found: Tally = { rows: [0, 0], events: [0, 0] };
  for (let place = 0; place < rows.length; place++) {
    const weight = times === null ? 1 : times[place >> 1]!;
    found.rows[(place & 1) as 0 | 1] += weight * rows[place]!;
    found.events[(place & 1) as 0 | 1] += weight * events[place]!;
  }
  return found;
}

function differenceOf({ rows, events }: Tally): number | null {
  return rows[0] === 0 || rows[1] === 0 ? null : events[0] / rows[0] - events[1] / rows[1];
}
