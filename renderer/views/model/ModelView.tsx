import { useEffect } from 'react';
import { useStudy } from '../../state/studyStore.ts';
import { EffectPanel } from './EffectPanel.tsx';
import styles from './ModelView.module.css';
import { useModelScreen } from './modelStore.ts';
import { SectionPanel } from './SectionPanel.tsx';
import { StartModel } from './StartModel.tsx';
import { TreePanel } from './TreePanel.tsx';
import { useChosenMetric } from './useChosenMetric.ts';
import { useModelCommands } from './useModelCommands.ts';
import { useModelEditor } from './useModelEditor.ts';

/** The model: the weighted tree, one part of it in detail, and what the draft does to the book. */
export function ModelView() {
  const editor = useModelEditor();
  useModelCommands(editor);
  const path = useStudy((state) => state.open?.path);
  const { baselines, setBaseline } = useModelScreen();
  const model = editor?.model;
  const key = `${path} ${model?.id}`;
  const baseline = baselines[key];

  useEffect(() => {
    if (model && !baseline) setBaseline(key, model);
  }, [model, baseline, key, setBaseline]);

  useChosenMetric(model);

  if (!editor) return <StartModel />;
  return (
    <div className={styles.model}>
      <TreePanel editor={editor} baseline={baseline ?? editor.model} />
      <SectionPanel editor={editor} />
      <EffectPanel editor={editor} baseline={baseline ?? editor.model} onCompareFromHere={() => setBaseline(key, editor.model)} />
    </div>
  );
}
