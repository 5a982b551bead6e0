import { matchBands } from '../../../shared/comparison/matchBands.ts';
import type { Band } from '../../../shared/model/model.ts';

/** What an analyst has to know when two models band by different names: a sentence, or none. */
export function bandNotes(baseline: readonly Band[], draft: readonly Band[]): string[] {
  const names = (bands: readonly Band[]) => bands.map(({ name }) => name).join(', ');
  if (names(baseline) === names(draft)) return [];
  const lost = matchBands(baseline, draft).flatMap((match, index) => (match === null ? [baseline[index]!.name] : []));
  const apart = lost.length === 0 ? '' : ` ${lost.join(' and ')} ${lost.length === 1 ? 'has' : 'have'} no counterpart in the draft.`;
  return [`The bands differ: the baseline has ${names(baseline)}, the draft ${names(draft)}; each is counted by its own.${apart}`];
}
