import type { EvidenceOutcome } from '../../../shared/contract/evidenceBasis.ts';

/** What fits, AUCs and probabilities are about: the feared side of an outcome. */
export function badSideText({ name, polarity }: Pick<EvidenceOutcome, 'name' | 'polarity'>): string {
  return polarity === 'bad' ? name : `no “${name}”`;
}
