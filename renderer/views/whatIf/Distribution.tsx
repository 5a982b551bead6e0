import { memo } from 'react';
import { useModelEditor } from '../model/useModelEditor.ts';
import { DistributionPanel } from './DistributionPanel.tsx';
import { useFrames } from './frameStore.ts';

const Panel = memo(DistributionPanel);

/** The distribution of the model and scope being edited; drawn anew when bands, edges or the settled book change, painted in between. */
export function Distribution({ asOf, currency }: { asOf: string; currency: string | null }) {
  const editor = useModelEditor();
  const settled = useFrames((state) => state.settled);
  if (!editor || !settled) return null;
  const { model, seen, scope, change } = editor;
  return <Panel bands={model.bands} cuts={seen.cuts} scope={scope} change={change} settled={settled} asOf={asOf} currency={currency} />;
}
