import { useDeferredValue, useMemo } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { effectiveWeights } from '../../../shared/scoring/effectiveWeights.ts';
import { weightsOf } from './edit/reweigh.ts';
import { placedNodes } from './edit/tree.ts';
import { useModelScreen } from './modelStore.ts';
import type { ModelEditor } from './useModelEditor.ts';
import { WeightRow } from './WeightRow.tsx';
import styles from './WeightTree.module.css';

interface WeightTreeProps {
  editor: ModelEditor;
  /** The model whose weights are marked on the sliders and reset to; null when there is none to go back to. */
  baseline: Model | null;
  onTouch?: ((node: string, focused: boolean) => void) | undefined;
  hasMenus?: boolean;
}

/** The nodes of the tree, folded groups closed: each with its weight as slider and number, its effective weight, reset and lock. */
export function WeightTree({ editor, baseline, onTouch, hasMenus = true }: WeightTreeProps) {
  const { model, seen, segment } = editor;
  const folded = useModelScreen((state) => state.folded);
  // One weight changes the share of every node: those follow a moment after the slider itself.
  const settling = useDeferredValue(seen);
  const effective = useMemo(() => effectiveWeights(settling), [settling]);
  const reference = segment ? model : baseline;
  const weights = useMemo(() => (reference ? weightsOf(reference) : {}), [reference]);
  const hidden = new Set<string>();
  const rows = placedNodes(seen).filter(({ node, parent }) => {
    const isHidden = parent !== null && (folded.includes(parent.id) || hidden.has(parent.id));
    if (isHidden) hidden.add(node.id);
    return !isHidden;
  });
  return (
    <ul className={styles.rows} aria-label="Tree of groups and metrics">
      {rows.map((placed) => (
        <WeightRow
          key={placed.node.id}
          editor={editor}
          placed={placed}
          effective={effective.get(placed.node.id) ?? 0}
          baseline={weights[placed.node.id]}
          onTouch={onTouch}
          hasMenu={hasMenus}
        />
      ))}
    </ul>
  );
}
