import type { CallOutput } from '../../../../shared/contract/contract.ts';

/** Why the bins in sight may not become a curve; null when they may. */
export function whyNoCurve({ warnings }: Pick<CallOutput<'measure-metric'>, 'warnings'>): string | null {
  return warnings.includes('FEW_EVENTS') ? 'Too few accounts in these bins for a curve.' : null;
}
