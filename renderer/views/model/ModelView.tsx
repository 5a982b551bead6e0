import { useEffect } from 'react';
import { leavesOf } from '../../../shared/model/model.ts';
import { useStudy } from '../../state/studyStore.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { findNode } from './edit/tree.ts';
import styles from './ModelView.module.css';
import { useModelScreen } from './modelStore.ts';
import { SectionPanel } from './SectionPanel.tsx';
import { StartModel } from './StartModel.tsx';
import { TreePanel } from './TreePanel.tsx';
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

  // A screen that opens on something says more than one that asks to choose: the metric chosen last, else the first.
  useEffect(() => {
    const { selected } = useModelScreen.getState();
    const first = model && leavesOf(model.dimensions)[0];
    if (model && (selected === null || !findNode(model, selected))) useModelScreen.setState({ selected: first?.id ?? null });
  }, [model]);

  if (!editor) return <StartModel />;
  return (
    <div className={styles.model}>
      <TreePanel editor={editor} baseline={baseline ?? editor.model} />
      <SectionPanel editor={editor} />
      <EffectPanel editor={editor} baseline={baseline ?? editor.model} onCompareFromHere={() => setBaseline(key, editor.model)} />
    </div>
  );
}
