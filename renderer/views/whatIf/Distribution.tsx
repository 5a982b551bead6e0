import { memo, useMemo } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { baseScope, type Scope, segmentOf } from '../model/edit/scope.ts';
import { useModelEditor } from '../model/useModelEditor.ts';
import { DistributionPanel } from './DistributionPanel.tsx';
import { useFrames } from './frameStore.ts';
import type { Question } from './live/question.ts';

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
  const slice = question?.segment ?? null;
  const model = editor?.model;
  const wished = editor?.scope;
  const scope = useMemo(() => (model && wished ? edgeScope(model, slice, wished) : baseScope), [model, slice, wished]);
  if (!editor || !model || !settled) return null;
  return (
    <Panel
      bands={model.bands}
      cuts={segmentOf(model, scope)?.cuts ?? model.cuts}
      scope={scope}
      change={editor.change}
      question={question}
      settled={settled}
      asOf={asOf}
      currency={currency}
    />
  );
}

/** Whose edges are seen and moved: those by which the slice is read; with the whole book, those of the scope that is edited. */
function edgeScope(model: Model, slice: string | null, scope: Scope): Scope {
  if (slice === null || (scope.kind === 'segment' && scope.id === slice)) return scope;
  const own = model.segments.find(({ id }) => id === slice);
  return own?.cuts ? { kind: 'segment', id: own.id } : baseScope;
}
