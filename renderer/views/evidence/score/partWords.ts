import type { EvidenceOutcome } from '../../../../shared/contract/evidenceBasis.ts';
import type { ScorePerformance } from '../../../../shared/contract/scorePerformance.ts';

/** What equal parts of the observations are called (fifths where there are few), and which end of the scores comes first: the one at which the outcome is expected. */
export function partWords(
  { tenths }: Pick<ScorePerformance, 'tenths'>,
  { polarity }: Pick<EvidenceOutcome, 'polarity'>,
): { part: 'tenth' | 'fifth'; end: 'lowest' | 'highest' } {
  return { part: tenths.length > 5 ? 'tenth' : 'fifth', end: polarity === 'bad' ? 'lowest' : 'highest' };
}
