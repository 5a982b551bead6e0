import type { EvidenceOutcome } from '../../../shared/contract/evidenceBasis.ts';
import section from './section.module.css';

/** Which side of the outcome fits and AUCs count as events: always the feared one. Nothing to say where the outcome itself is feared. */
export function PolarityNote({ outcome: { name, polarity, kind } }: { outcome: Pick<EvidenceOutcome, 'name' | 'polarity' | 'kind'> }) {
  if (polarity === 'bad' || kind === 'number') return null;
  return (
    <p className={section.secondary}>
      {name} is what is hoped for, so the events counted here are the observations where it did not come true: low scores should find them.
    </p>
  );
}
