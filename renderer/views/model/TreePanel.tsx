import { Plus } from 'lucide-react';
import type { Model } from '../../../shared/model/model.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { newGroup, newLeaf } from './edit/newLeaf.ts';
import { overridesText } from './edit/scope.ts';
import { addNode, findNode, metricsInTree } from './edit/tree.ts';
import { useModelScreen } from './modelStore.ts';
import { ReachNote } from './ReachNote.tsx';
import type { ModelEditor } from './useModelEditor.ts';
import { WeightTools } from './WeightTools.tsx';
import { WeightTree } from './WeightTree.tsx';

interface TreePanelProps {
  editor: ModelEditor;
  baseline: Model;
}

/** The weighted tree: each node with its weight, its effective weight and its lock; for the base model or for one segment. */
export function TreePanel({ editor, baseline }: TreePanelProps) {
  const { model, seen, segment, change, metrics } = editor;
  const { selected, select } = useModelScreen();
  const unused = metrics.filter((metric) => !metricsInTree(model).has(metric.id));
  const selectedNode = selected === null ? undefined : findNode(model, selected);
  const target = selectedNode?.node.kind === 'group' ? selectedNode.node : (selectedNode?.parent ?? null);
  const usualWeight = (siblings: readonly { weight: number }[]) => siblings[0]?.weight ?? 10;
  const add = (make: (before: Model) => ReturnType<typeof newLeaf> | ReturnType<typeof newGroup>, label: string) => {
    const node = make(model);
    change(label, (before) => addNode(before, node, target?.id ?? null));
    select(node.id);
  };
  const siblings = target?.children ?? model.dimensions;

  return (
    <Panel
      title="Weights"
      about={
        segment ? `${segment.name}: ${overridesText(segment) || 'follows the base model'}` : 'share among siblings · % of the whole score'
      }
      actions={
        <Menu
          label={
            <>
              <Plus aria-hidden="true" />
              Add
            </>
          }
          items={[
            {
              label: `Group${target ? ` in ${target.name}` : ''}`,
              run: () => add((before) => newGroup(before, 'New group', usualWeight(siblings)), 'new group'),
            },
            ...unused.map((metric) => ({
              label: `${metric.name}${target ? ` in ${target.name}` : ''}`,
              run: () => add((before) => newLeaf(before, metric, usualWeight(siblings)), `adding ${metric.name}`),
            })),
          ]}
        />
      }
    >
      <WeightTools editor={editor} />
      {model.dimensions.length === 0 ? (
        <EmptyState title="The tree is empty">
          {metrics.length === 0
            ? 'Define metrics on the Sources screen, then add them here.'
            : 'Add a group or a metric with the button above.'}
        </EmptyState>
      ) : (
        <WeightTree editor={editor} baseline={baseline} />
      )}
      <ReachNote model={seen} />
    </Panel>
  );
}
