import { Checkbox } from '../../parts/Checkbox.tsx';
import { Select } from '../../parts/Select.tsx';
import { baseScope, segmentOf } from './edit/scope.ts';
import { useModelScreen } from './modelStore.ts';
import type { ModelEditor } from './useModelEditor.ts';
import styles from './WeightTree.module.css';

/** Whose weights are edited, the base's or a segment's, and what a changed weight does to its siblings. */
export function WeightTools({ editor: { model, segment } }: { editor: ModelEditor }) {
  const { setScope, rescaleSiblings, setRescaleSiblings } = useModelScreen();
  return (
    <div className={styles.tools}>
      {model.segments.length > 0 && (
        <Select
          label="Edit"
          labelHidden
          className={styles.scope}
          value={segment?.id ?? ''}
          options={[
            { value: '', label: 'Base model' },
            ...model.segments.map((each) => ({ value: each.id, label: `Segment ${each.name}` })),
          ]}
          onChange={(id) => setScope(segmentOf(model, { kind: 'segment', id }) ? { kind: 'segment', id } : baseScope)}
        />
      )}
      <Checkbox checked={rescaleSiblings} onChange={setRescaleSiblings}>
        Rescale siblings to keep their sum
      </Checkbox>
    </div>
  );
}
