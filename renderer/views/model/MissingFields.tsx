import type { Leaf, MissingPolicy } from '../../../shared/model/model.ts';
import { NumberField } from '../../parts/NumberField.tsx';
import { Select } from '../../parts/Select.tsx';
import { updateNode } from './edit/tree.ts';
import type { ModelEditor } from './useModelEditor.ts';

const policyNames: Record<MissingPolicy['policy'], string> = {
  redistribute: 'shares out its weight',
  neutral: 'earns stated points',
  worst: "earns the curve's fewest points",
  'no-score': 'withholds the whole score',
};

/** What a missing value of a metric does, and the points it earns where the model states them. */
export function MissingFields({ editor, leaf }: { editor: ModelEditor; leaf: Leaf }) {
  const name = editor.metricOf(leaf.metric)?.name ?? leaf.metric;
  const set = (missing: MissingPolicy) =>
    editor.change(`missing values of ${name}`, (before) => updateNode(before, leaf.id, 'metric', (one) => ({ ...one, missing })));
  return (
    <>
      <Select
        label="A missing value"
        value={leaf.missing.policy}
        options={Object.entries(policyNames).map(([value, label]) => ({ value: value as MissingPolicy['policy'], label }))}
        onChange={(policy) => set(policy === 'neutral' ? { policy, points: 50 } : { policy })}
      />
      {leaf.missing.policy === 'neutral' && (
        <NumberField
          label="Points when missing"
          value={leaf.missing.points}
          min={0}
          max={100}
          onChange={(points) => points !== null && set({ policy: 'neutral', points })}
        />
      )}
    </>
  );
}
