import type { Flagging } from '../contract/suggestedWeights.ts';
import { rateByGroup } from '../stats/rateByGroup.ts';
import type { Resampling, Sample } from '../stats/Sample.ts';

/** Outcomes of rows, and which of them are flagged (1) or left alone (0). */
export interface FlaggedRows extends Pick<Sample, 'outcomes' | 'accounts'> {
  flags: Uint8Array;
}

/** What flagging these rows would have done; rates of both sides with their intervals. */
export function flaggingTable({ flags, outcomes, accounts }: FlaggedRows, resampling: Resampling): Flagging {
  const groups = flags.map((flag) => 1 - flag);
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
    flaggedShare: share(flagged, flags.length) ?? 0,
    rateBelow: rateBelow!,
    rateFrom: rateFrom!,
  };
}

/** 1 where the score lies below the threshold. */
export function flagsBelow(scores: ArrayLike<number>, threshold: number): Uint8Array {
  return Uint8Array.from(scores, (score) => (score < threshold ? 1 : 0));
}
