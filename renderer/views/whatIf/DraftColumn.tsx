import { useChosenMetric } from '../model/useChosenMetric.ts';
import { useModelEditor } from '../model/useModelEditor.ts';
import { CurvePanel } from './CurvePanel.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import { ScenariosPanel } from './ScenariosPanel.tsx';
import type { ResolvedBaseline } from './useBaseline.ts';
import styles from './WhatIfView.module.css';

/** What is moved: the tree, the chosen metric's curve, the scenarios. Drawn at every edit; the rest of the screen is not. */
export function DraftColumn({ baseline, onCompare }: { baseline: ResolvedBaseline | null; onCompare: () => void }) {
  const editor = useModelEditor();
  useChosenMetric(editor?.model);
  if (!editor) return null;
  return (
    <div className={styles.column}>
      <DraftPanel editor={editor} baseline={baseline} />
      <CurvePanel editor={editor} baseline={baseline} />
      <ScenariosPanel onCompare={onCompare} />
    </div>
  );
}
