import type { OutcomeRate } from '../../../shared/contract/evidenceBasis.ts';
import { finish } from '../../../shared/finish.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { meanEstimate } from '../../../shared/stats/meanEstimate.ts';
import { type GroupedOutcomes, rateByGroupInParts } from '../../../shared/stats/rateByGroup.ts';
import type { Resampling } from '../../../shared/stats/Sample.ts';

/** Observations apart by group, with the revenue behind them. */
export interface RatedRows extends GroupedOutcomes {
  revenue: ArrayLike<number>;
  isYesNo: boolean;
  resampling: Resampling;
}

/** How often the outcome came in each group, or the mean of the number; revenue counts as 0 where it is unknown. */
export function outcomeRates(rows: RatedRows, groupCount: number): OutcomeRate[] {
  return finish(outcomeRatesInParts(rows, groupCount));
}

/** The same, part by part: who walks through may pause between them. */
export function* outcomeRatesInParts(rows: RatedRows, groupCount: number): Generator<undefined, OutcomeRate[]> {
  const { groups, revenue, isYesNo, resampling } = rows;
  const totals = new Float64Array(groupCount);
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row]!;
    if (group >= 0 && group < groupCount && !Number.isNaN(revenue[row])) totals[group]! += revenue[row]!;
  }
  const estimates = isYesNo ? yield* rateByGroupInParts(rows, groupCount, resampling) : meanByGroup(rows, groupCount, resampling);
  return estimates.map((rate, group) => ({
    observations: rate.n,
    accounts: rate.accounts ?? 0,
    events: rate.events,
    revenue: totals[group]!,
    rate,
  }));
}

/** The mean of a number in each group; the outcome has no classes, so all accounts are drawn alike. */
function meanByGroup({ groups, outcomes, accounts }: GroupedOutcomes, groupCount: number, resampling: Resampling): Estimate[] {
  return Array.from({ length: groupCount }, (_, group) => {
    const rows = Array.from(groups, (_, row) => row).filter((row) => groups[row] === group);
    const values = rows.map((row) => outcomes[row]!);
    const sample = { values, outcomes: new Uint8Array(rows.length), accounts: rows.map((row) => accounts[row]!) };
    return { ...meanEstimate(sample, resampling), events: null, nonEvents: null };
  });
}
