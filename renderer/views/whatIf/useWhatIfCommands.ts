import { useMemo } from 'react';
import { leavesOf, type Model } from '../../../shared/model/model.ts';
import { type Command, useOfferedCommands } from '../../state/commands.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useModelScreen } from '../model/modelStore.ts';
import { loadIntoDraft } from './edit/scenarios.ts';
import { useWhatIf } from './whatIfStore.ts';

/** What the palette offers on the What-if screen: slices, kinds of movers, scenarios to load, and every metric by name. */
export function useWhatIfCommands(model: Model | null, onCompare: () => void): void {
  const scenarios = useStudy(({ draft }) => draft.scenarios);
  const metrics = useStudy(({ draft }) => draft.definition.metrics);
  const commands = useMemo((): Command[] => {
    if (!model) return [];
    const { look } = useWhatIf.getState();
    const names = new Map(metrics.map(({ id, name }) => [id, name]));
    const group = 'What-if';
    return [
      { group, name: 'See the whole book', run: () => look({ slice: null, cell: null }) },
      ...model.segments.map(({ id, name }) => ({ group, name: `See only ${name}`, run: () => look({ slice: id, cell: null }) })),
      { group, name: `List the newly ${model.bands[0]!.name}`, run: () => look({ moverKind: 'newly-worst', cell: null }) },
      { group, name: 'List the largest changes', run: () => look({ moverKind: 'largest', cell: null }) },
      { group, name: 'Scenarios side by side', run: onCompare },
      ...scenarios.map((scenario) => ({
        group,
        name: `Load scenario ${scenario.name}`,
        run: () => useStudy.getState().edit(`loading ${scenario.name}`, (draft) => loadIntoDraft(draft, scenario.model)),
      })),
      ...leavesOf(model.dimensions).map((leaf) => ({
        group: 'Metric',
        name: names.get(leaf.metric) ?? leaf.metric,
        run: () => useModelScreen.getState().select(leaf.id),
      })),
    ];
  }, [model, scenarios, metrics, onCompare]);
  useOfferedCommands('what-if', commands);
}
