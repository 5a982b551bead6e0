import { RotateCcw } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { sameContent } from '../../state/sameContent.ts';
import { useStudy } from '../../state/studyStore.ts';
import { overridesText } from '../model/edit/scope.ts';
import { useModelScreen } from '../model/modelStore.ts';
import { ReachNote } from '../model/ReachNote.tsx';
import type { ModelEditor } from '../model/useModelEditor.ts';
import { WeightTools } from '../model/WeightTools.tsx';
import { WeightTree } from '../model/WeightTree.tsx';
import { loadIntoDraft } from './edit/scenarios.ts';
import { useTouch } from './liveContext.ts';
import { SaveMenu } from './SaveMenu.tsx';
import type { ResolvedBaseline } from './useBaseline.ts';
import styles from './WhatIfView.module.css';

/** The draft's weights, with the baseline's as a line on each slider. */
export function DraftPanel({ editor, baseline }: { editor: ModelEditor; baseline: ResolvedBaseline | null }) {
  const { model, segment } = editor;
  const rescaleSiblings = useModelScreen((state) => state.rescaleSiblings);
  const touch = useTouch();
  const scope = segment?.id;
  const onTouch = useCallback(
    (node: string, focused: boolean) =>
      touch({ kind: 'weight', node, rescaleSiblings, ...(scope !== undefined && { segment: scope }) }, focused),
    [touch, rescaleSiblings, scope],
  );
  const to = baseline?.model;
  return (
    <Panel
      title="Draft"
      about={segment ? `${segment.name}: ${overridesText(segment) || 'follows the base model'}` : model.name}
      actions={
        <>
          <Button
            disabled={!to || sameContent({ ...to, id: model.id, name: model.name }, model)}
            title="Everything in the draft as in the baseline"
            onClick={() => to && useStudy.getState().edit('reset of the draft', (draft) => loadIntoDraft(draft, to))}
          >
            <RotateCcw aria-hidden="true" />
            Reset all
          </Button>
          <SaveMenu model={model} />
        </>
      }
      flush
      className={styles.draft}
    >
      <div className={styles.tree}>
        <WeightTools editor={editor} />
        <WeightTree editor={editor} baseline={to ?? null} onTouch={onTouch} hasMenus={false} />
        <ReachNote model={editor.seen} />
      </div>
    </Panel>
  );
}
