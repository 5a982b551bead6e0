import { memo } from 'react';
import { useModelEditor } from '../model/useModelEditor.ts';
import { DistributionPanel } from './DistributionPanel.tsx';
import { useFrames } from './frameStore.ts';
import type { Question } from './live/LiveHand.ts';

const Panel = memo(DistributionPanel);

interface DistributionProps {
  /** What is asked now; what is seen may still be the answer to another. */
  question: Question | null;
  asOf: string;
  currency: string | null;
}

/** The distribution of the model and scope being edited; drawn anew when bands, edges or the settled book change, painted in between. */
export function Distribution({ question, asOf, currency }: DistributionProps) {
  const editor = useModelEditor();
  const settled = useFrames((state) => state.settled);
  if (!editor || !settled) return null;
  const { model, seen, scope, change } = editor;
  return (
    <Panel
      bands={model.bands}
      cuts={seen.cuts}
      scope={scope}
      change={change}
      question={question}
      settled={settled}
      asOf={asOf}
      currency={currency}
    />
  );
}
