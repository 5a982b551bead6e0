import type { SuggestedThreshold } from '../contract/suggestedWeights.ts';
import { rateByGroup } from '../stats/rateByGroup.ts';
import type { Resampling, Sample } from '../stats/Sample.ts';

/** What a threshold would have done: flagged = score below it; rates of both sides with their intervals. */
export function flaggingTable(
  { values, outcomes, accounts }: Sample,
  threshold: number,
  resampling: Resampling,
): NonNullable<SuggestedThreshold['table']> {
  const groups = Uint8Array.from(values, (score) => (score < threshold ? 0 : 1));
  const [rateBelow, rateFrom] = rateByGroup({ outcomes, accounts, groups }, 2, resampling);
  const [truePositives, falsePositives] = [rateBelow!.events!, rateBelow!.nonEvents!];
  const [falseNegatives, trueNegatives] = [rateFrom!.events!, rateFrom!.nonEvents!];
  const flagged = truePositives + falsePositives;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    ...{ truePositives, falsePositives, falseNegatives, trueNegatives },
    sensitivity: share(truePositives, truePositives + falseNegatives),
    specificity: share(trueNegatives, trueNegatives + falsePositives),
    precision: share(truePositives, flagged),
    flagged,
    flaggedShare: share(flagged, groups.length) ?? 0,
    rateBelow: rateBelow!,
    rateFrom: rateFrom!,
  };
}
