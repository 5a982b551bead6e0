import { useMemo } from 'react';
import { leavesOf } from '../../../shared/model/model.ts';
import { type Command, useOfferedCommands } from '../../state/commands.ts';
import { type ModelSection, useModelScreen } from './modelStore.ts';
import type { ModelEditor } from './useModelEditor.ts';

const sections: readonly { name: string; section: ModelSection }[] = [
  { name: 'Edit the bands', section: 'bands' },
  { name: 'Edit the segments', section: 'segments' },
  { name: 'Edit caps and coverage', section: 'rules' },
];

/** What the palette offers on the Model screen: its parts, and every metric by name. */
export function useModelCommands(editor: ModelEditor | null): void {
  const model = editor?.model;
  const metrics = editor?.metrics;
  const commands = useMemo((): Command[] => {
    const { show, select } = useModelScreen.getState();
    if (!model || !metrics) return [];
    const names = new Map(metrics.map(({ id, name }) => [id, name]));
    return [
      ...sections.map(({ name, section }) => ({ group: 'Model', name, run: () => show(section) })),
      ...leavesOf(model.dimensions).map((leaf) => ({
        group: 'Metric',
        name: names.get(leaf.metric) ?? leaf.metric,
        run: () => select(leaf.id),
      })),
    ];
  }, [model, metrics]);
  useOfferedCommands('model', commands);
}
