import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { EvidencePart } from '../../../../shared/contract/evidenceBasis.ts';

/** Why the bins in sight, which are of a part of the observations, may not become a curve; null when they may. */
export function whyNoCurve({ warnings }: Pick<CallOutput<'measure-metric'>, 'warnings'>, { treated }: EvidencePart): string | null {
  if (treated !== undefined) return 'A curve is for accounts with and without treatment, and these bins leave some of them out.';
  return warnings.includes('FEW_EVENTS') ? 'Too few accounts in these bins for a curve.' : null;
}
