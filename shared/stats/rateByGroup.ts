import { finish } from '../finish.ts';
import { accountBootstrapInParts, withBootstrap } from './accountBootstrap.ts';
import { accountsRepeat } from './countObservations.ts';
import type { Estimate } from './Estimate.ts';
import type { Resampling, Sample } from './Sample.ts';
import { wilson } from './wilson.ts';

/** Observations apart by group (band, bin, tenth, segment): the group's number from 0, one an observation; a negative one is in no group. */
export interface GroupedOutcomes extends Pick<Sample, 'outcomes' | 'accounts'> {
  groups: ArrayLike<number>;
}

/**
 * The event rate of each group: with Wilson's interval while every account has one row, of an account bootstrap over all groups at once as
 * soon as accounts repeat. An empty group has no rate.
 */
export function rateByGroup(grouped: GroupedOutcomes, groupCount: number, resampling: Resampling = {}): Estimate[] {
  return finish(rateByGroupInParts(grouped, groupCount, resampling));
}

/** The same, resample by resample: who walks through may pause between them. */
export function* rateByGroupInParts(
  grouped: GroupedOutcomes,
  groupCount: number,
  resampling: Resampling = {},
): Generator<undefined, Estimate[]> {
  const { groups, outcomes, accounts } = grouped;
  const members = Array.from({ length: groupCount }, () => ({ rows: 0, events: 0, accounts: new Set<number>() }));
  const allAccounts = new Set<number>();
  const once = !accountsRepeat(accounts);
  let rows = 0;
  for (let index = 0; index < groups.length; index++) {
    const member = members[groups[index]!];
    if (member === undefined) continue;
    rows++;
    member.rows++;
    if (outcomes[index] === 1) member.events++;
    if (once) continue;
    member.accounts.add(accounts[index]!);
    allAccounts.add(accounts[index]!);
  }
  const repeats = !once && allAccounts.size < rows;
  const estimates = members.map(
    (member): Estimate => ({
      value: member.rows === 0 ? null : member.events / member.rows,
      ...{
        n: member.rows,
        nMissing: 0,
        events: member.events,
        nonEvents: member.rows - member.events,
        accounts: once ? member.rows : member.accounts.size,
      },
      interval: repeats ? null : wilson(member.events, member.rows),
      method: repeats || member.rows === 0 ? null : 'Wilson',
      warnings: repeats && member.rows > 0 ? ['CLUSTERED'] : [],
    }),
  );
  if (!repeats) return estimates;
  const draws = yield* accountBootstrapInParts({ strata: 'none', accounts }, (times) => ratesOf(grouped, groupCount, times), resampling);
  return estimates.map((estimate, group) => withClusteredInterval(estimate, draws[group]!));
}

/** Resamples of a group without events (or nothing else) all say the same, so there the accounts are counted as the independent rows. */
function withClusteredInterval(estimate: Estimate, draws: readonly (number | null)[]): Estimate {
  const { value, accounts } = estimate;
  if (value === null) return estimate;
  if (value > 0 && value < 1) return withBootstrap(estimate, draws);
  return { ...estimate, interval: wilson(value * accounts!, accounts!), method: 'Wilson over accounts' };
}

function ratesOf({ groups, outcomes, accounts }: GroupedOutcomes, groupCount: number, times: Uint16Array): (number | null)[] {
  const [rows, events] = [new Float64Array(groupCount), new Float64Array(groupCount)];
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index]!;
    if (group < 0) continue;
    const weight = times[accounts[index]!]!;
    rows[group]! += weight;
    if (outcomes[index] === 1) events[group]! += weight;
  }
  return Array.from(rows, (count, group) => (count === 0 ? null : events[group]! / count));
}
