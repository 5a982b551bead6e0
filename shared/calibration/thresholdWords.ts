import type { SuggestedThreshold } from '../contract/suggestedWeights.ts';
import type { EvidenceWay } from './chooseCut.ts';
import type { MixWay } from './mixThreshold.ts';

/** What a way of choosing a threshold is called. */
export function thresholdName(how: EvidenceWay | MixWay): string {
  switch (how.way) {
    case 'youden':
      return 'Youden: most of both, accounts with the outcome below and the others above';
    case 'cost':
      return `Cost: a missed account costs ${how.ratio} times a needless flag`;
    case 'separation':
      return `Separation: the rate below is at least ${how.ratio} times the rate above`;
    case 'capacity':
      return `Capacity: the ${count(how.accounts)} accounts of the book the team can work`;
    case 'target-share':
      return `Target share: at most ${percent(how.share)} of the book`;
  }
}

/** What the threshold would have done on the proof set, also on accounts that did not choose it, or why there is none. */
export function thresholdSentence(
  how: EvidenceWay | MixWay,
  { threshold, table, outOfFold }: Pick<SuggestedThreshold, 'threshold' | 'table' | 'outOfFold'>,
  flagged: number,
): string {
  if (threshold === null || table === null) return withoutThreshold(how, flagged);
  const withOutcome = table.truePositives + table.falseNegatives;
  const book = how.way === 'capacity' || how.way === 'target-share' ? `${count(flagged)} accounts of the book lie below. ` : '';
  return `${book}Below ${threshold.toFixed(1)} lie ${count(table.flagged)} observations (${percent(table.flaggedShare)}), among them ${count(table.truePositives)} of the ${count(withOutcome)} with the outcome: ${rate(table.rateBelow.value)} against ${rate(table.rateFrom.value)} from there on.${heldOut(outOfFold)}`;
}

function heldOut(outOfFold: SuggestedThreshold['outOfFold']): string {
  if (!outOfFold) return '';
  const { rateBelow, rateFrom } = outOfFold.table;
  return ` On accounts that did not choose it: ${rate(rateBelow.value)} against ${rate(rateFrom.value)}.`;
}

function withoutThreshold(how: EvidenceWay | MixWay, flagged: number): string {
  if (how.way === 'separation')
    return `No threshold with at least 10 accounts and 5 events on either side separates the rates ${how.ratio} to 1.`;
  if (how.way === 'youden' || how.way === 'cost') return 'No threshold leaves at least 10 accounts and 5 events on either side.';
  return flagged === 0
    ? 'No threshold: more accounts than wanted share the lowest score.'
    : 'No threshold: every account with a score may be flagged.';
}

const count = (value: number) => value.toLocaleString('en-US');
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const rate = (share: number | null) => (share === null ? 'no rate' : percent(share));
