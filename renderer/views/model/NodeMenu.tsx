import { EllipsisVertical } from 'lucide-react';
import type { Model } from '../../../shared/model/model.ts';
import { Menu } from '../../parts/Menu.tsx';
import { findNode, moveNode, possibleParents, removeNode } from './edit/tree.ts';
import { useModelScreen } from './modelStore.ts';
import styles from './WeightRow.module.css';

interface NodeMenuProps {
  model: Model;
  id: string;
  name: string;
  change: (label: string, change: (model: Model) => Model) => void;
}

/** What can be done with a node besides weighing it: move it among its siblings, into another group, or take it out. */
export function NodeMenu({ model, id, name, change }: NodeMenuProps) {
  const { selected, select } = useModelScreen();
  const placed = findNode(model, id);
  if (!placed) return null;
  const parent = placed.parent?.id ?? null;
  const shift = (by: number) => change(`moving ${name}`, (before) => moveNode(before, id, { parent, index: placed.index + by }));
  return (
    <Menu
      label={<EllipsisVertical />}
      button={{ icon: true, tone: 'quiet', className: styles.tool, 'aria-label': `${name}: more` }}
      items={[
        { label: 'Move up', disabled: placed.index === 0, run: () => shift(-1) },
        { label: 'Move down', disabled: placed.index === placed.siblings.length - 1, run: () => shift(1) },
        ...possibleParents(model, id).map((group) => ({
          label: `Move ${group ? `into ${group.name}` : 'to the top level'}`,
          run: () =>
            change(`moving ${name}`, (before) => moveNode(before, id, { parent: group?.id ?? null, index: Number.MAX_SAFE_INTEGER })),
        })),
        {
          label: 'Remove from the model',
          run: () => {
            change(`removing ${name}`, (before) => removeNode(before, id));
            if (selected === id) select(null);
          },
        },
      ]}
    />
  );
}
