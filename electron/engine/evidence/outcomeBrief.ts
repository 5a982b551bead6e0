import type { EvidenceOutcome } from '../../../shared/contract/evidenceBasis.ts';
import { isYesNo, type Outcome } from '../../../shared/model/outcome.ts';

/** An outcome as evidence names it. */
export function outcomeBrief(outcome: Outcome): EvidenceOutcome {
  const { id, name, polarity, horizonDays, leadDays, reportingLagDays } = outcome;
  return { id, name, polarity, kind: isYesNo(outcome) ? 'yes-no' : 'number', horizonDays, leadDays, lagDays: reportingLagDays };
}
