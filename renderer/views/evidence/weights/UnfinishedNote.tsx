import type { UnfinishedWeights } from '../../../../shared/contract/suggestedWeights.ts';
import section from '../section.module.css';

/** Above weights that came before the rest of the suggestion: what they are, and what is still being worked out. */
export function UnfinishedNote({ hasRanges }: Pick<UnfinishedWeights, 'hasRanges'>) {
  return (
    <p className={section.secondary} role="status">
      {hasRanges
        ? 'Not final: weights and their stability ranges. How they do on data not used to fit them is being worked out; until then there is no verdict, and nothing to take.'
        : 'Not final: weights as fitted to all observations. Their stability ranges come next, then how they do on data not used to fit them; until then there is no verdict, and nothing to take.'}
    </p>
  );
}
