import type { Finding } from '../../../../shared/contract/observationCalls.ts';
import type { BandShape } from '../../../../shared/model/model.ts';

/** How grave a finding is, in words and with a mark of its own shape; gravest first. */
export const severities: readonly { severity: Finding['severity']; title: string; mark: { colour: string; shape: BandShape } | null }[] = [
  { severity: 'problem', title: 'Problems: the numbers would be wrong', mark: { colour: '#D55E00', shape: 'square' } },
  { severity: 'warning', title: 'Worth a look', mark: { colour: '#E69F00', shape: 'diamond' } },
  { severity: 'note', title: 'Notes', mark: null },
];
