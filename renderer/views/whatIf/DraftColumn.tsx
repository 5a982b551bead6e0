import { classes } from '../../parts/classes.ts';
import { useChosenMetric } from '../model/useChosenMetric.ts';
import { useModelEditor } from '../model/useModelEditor.ts';
import { CurvePanel } from './CurvePanel.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import type { ResolvedBaseline } from './useBaseline.ts';
import { useOneColumn } from './useOneColumn.ts';
import styles from './WhatIfView.module.css';

/** What is moved: the tree, the chosen metric's curve. Drawn at every edit; the rest of the screen is not. */
export function DraftColumn({ baseline }: { baseline: ResolvedBaseline | null }) {
  const editor = useModelEditor();
  const isOneColumn = useOneColumn();
  useChosenMetric(editor?.model);
  if (!editor) return null;
  return (
    <div className={classes(styles.column, styles.hand)}>
      <DraftPanel editor={editor} baseline={baseline} />
      {!isOneColumn && <CurvePanel editor={editor} baseline={baseline} />}
    </div>
  );
}

/** The curve where all is one column: the book stands right below the weights that move it, and the curve comes after it. */
export function CurveBelow({ baseline }: { baseline: ResolvedBaseline | null }) {
  const editor = useModelEditor();
  const isOneColumn = useOneColumn();
  return editor && isOneColumn ? <CurvePanel editor={editor} baseline={baseline} /> : null;
}
