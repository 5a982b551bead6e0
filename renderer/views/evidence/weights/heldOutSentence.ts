import type { PairedAuc } from '../../../../shared/contract/suggestedWeights.ts';

/** What data that were not used to fit them say of the suggested weights; honest where that is nothing, or against them. */
export function heldOutSentence(outOfFold: PairedAuc | null, outOfTime: PairedAuc | null): string {
  const held = [outOfFold, outOfTime].filter((pair) => pair !== null);
  if (held.length === 0) return 'There is too little to hold any of it out, so nothing is said of how the suggestion would do elsewhere.';
  const signs = held.map(({ difference: { interval } }) => (interval === null ? 0 : interval[0] > 0 ? 1 : interval[1] < 0 ? -1 : 0));
  if (signs.every((sign) => sign > 0)) return 'The suggested weights tell accounts apart better than the current ones.';
  if (signs.some((sign) => sign < 0)) return 'The suggested weights tell accounts apart worse than the current ones.';
  return 'The suggested weights cannot be told from the current ones.';
}
