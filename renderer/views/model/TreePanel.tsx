import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { effectiveWeights } from '../../../shared/scoring/effectiveWeights.ts';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { Select } from '../../parts/Select.tsx';
import { newGroup, newLeaf } from './edit/newLeaf.ts';
import { weightsOf } from './edit/reweigh.ts';
import { baseScope, overridesText, segmentOf } from './edit/scope.ts';
import { addNode, findNode, metricsInTree, placedNodes } from './edit/tree.ts';
import { useModelScreen } from './modelStore.ts';
import { ReachNote } from './ReachNote.tsx';
import styles from './TreePanel.module.css';
import type { ModelEditor } from './useModelEditor.ts';
import { WeightRow } from './WeightRow.tsx';

interface TreePanelProps {
  editor: ModelEditor;
  baseline: Model;
}

/** The weighted tree: each node with its weight, its effective weight and its lock; for the base model or for one segment. */
export function TreePanel({ editor, baseline }: TreePanelProps) {
  const { model, seen, segment, change, metrics } = editor;
  const { folded, setScope, rescaleSiblings, setRescaleSiblings, selected, select } = useModelScreen();
  const effective = useMemo(() => effectiveWeights(seen), [seen]);
  const baselineWeights = useMemo(() => weightsOf(segment ? model : baseline), [segment, model, baseline]);
  const hidden = new Set<string>();
  const rows = placedNodes(seen).filter(({ node, parent }) => {
    const isHidden = parent !== null && (folded.includes(parent.id) || hidden.has(parent.id));
    if (isHidden) hidden.add(node.id);
    return !isHidden;
  });
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
      <div className={styles.tools}>
        {model.segments.length > 0 && (
          <Select
            label="Edit"
            labelHidden
            value={segment?.id ?? ''}
            options={[
              { value: '', label: 'Base model' },
              ...model.segments.map((each) => ({ value: each.id, label: `Segment ${each.name}` })),
            ]}
            onChange={(id) => setScope(segmentOf(model, { kind: 'segment', id }) ? { kind: 'segment', id } : baseScope)}
          />
        )}
        <Checkbox checked={rescaleSiblings} onChange={setRescaleSiblings}>
          Rescale siblings so that their sum stays
        </Checkbox>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="The tree is empty">
          {metrics.length === 0
            ? 'Define metrics on the Sources screen, then add them here.'
            : 'Add a group or a metric with the button above.'}
        </EmptyState>
      ) : (
        <ul className={styles.rows} aria-label="Tree of groups and metrics">
          {rows.map((placed) => (
            <WeightRow
              key={placed.node.id}
              editor={editor}
              placed={placed}
              effective={effective.get(placed.node.id) ?? 0}
              baseline={baselineWeights[placed.node.id]}
            />
          ))}
        </ul>
      )}
      <ReachNote model={seen} />
    </Panel>
  );
}
