import { EmptyState } from '../../parts/EmptyState.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { findNode, updateNode } from './edit/tree.ts';
import { MetricCard } from './MetricCard.tsx';
import { useModelScreen } from './modelStore.ts';
import type { ModelEditor } from './useModelEditor.ts';

/** The chosen node: a metric's card, or a group's name. */
export function NodeSection({ editor }: { editor: ModelEditor }) {
  const { seen, change } = editor;
  const selected = useModelScreen((state) => state.selected);
  const node = (selected === null ? undefined : findNode(seen, selected))?.node;
  if (!node)
    return (
      <EmptyState title="No metric is chosen">
        Choose a metric in the tree to see its curve over its own distribution, and to change it.
      </EmptyState>
    );
  if (node.kind === 'metric') return <MetricCard key={node.id} editor={editor} leaf={node} />;
  return (
    <TextField
      label="Name of the group"
      value={node.name}
      onChange={(name) => {
        if (name.trim() !== '')
          change('name of the group', (before) => updateNode(before, node.id, 'group', (group) => ({ ...group, name: name.trim() })));
      }}
      hint={
        node.children.length === 0
          ? 'Nothing stands in it yet: choose it in the tree and add metrics, or move them into it.'
          : 'Its value is the weighted mean of those below it that count.'
      }
    />
  );
}
