import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { EvidenceOutcome, EvidencePart, Gate } from '../../../shared/contract/evidenceBasis.ts';
import type { ProofSetSummary } from '../../../shared/contract/proofSet.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { ModelEditor } from '../model/useModelEditor.ts';

export type OutcomeProof = CallOutput<'describe-proof'>['outcomes'][number];

/** What every tab of the Evidence screen is about. */
export interface EvidenceScope {
  /** Every outcome of the study. */
  outcomes: readonly OutcomeProof[];
  outcome: EvidenceOutcome;
  set: ProofSetSummary;
  gate: Gate;
  editor: ModelEditor;
  /** The draft. */
  model: Model;
  /** Which observations Metrics and Score are of; what is fitted is fitted to all. */
  part: EvidencePart;
}
