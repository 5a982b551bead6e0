import { classes } from '../../parts/classes.ts';
import { useChosenMetric } from '../model/useChosenMetric.ts';
import { useModelEditor } from '../model/useModelEditor.ts';
import { CurvePanel } from './CurvePanel.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import type { ResolvedBaseline } from './useBaseline.ts';
import styles from './WhatIfView.module.css';

/** What is moved: the tree, the chosen metric's curve. Drawn at every edit; the rest of the screen is not. */
export function DraftColumn({ baseline }: { baseline: ResolvedBaseline | null }) {
  const editor = useModelEditor();
  useChosenMetric(editor?.model);
  if (!editor) return null;
  return (
    <div className={classes(styles.column, styles.hand)}>
      <DraftPanel editor={editor} baseline={baseline} />
      <CurvePanel editor={editor} baseline={baseline} />
    </div>
  );
}
