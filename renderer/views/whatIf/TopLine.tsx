import { baseSegment, baseSegmentName } from '../../../shared/scoring/bandOf.ts';
import { countText } from '../../charts/numberText.ts';
import { Select } from '../../parts/Select.tsx';
import { BaselineSelect } from './BaselineSelect.tsx';
import { useDraftModel } from './currentModel.ts';
import { useFrames } from './frameStore.ts';
import { NearEdges } from './NearEdges.tsx';
import styles from './WhatIfView.module.css';
import { useWhatIf } from './whatIfStore.ts';

interface TopLineProps {
  nearEdges: Parameters<typeof NearEdges>[0]['input'];
  /** A first baseline was made here. */
  isFirst: boolean;
}

const none: never[] = [];

/** What is compared: against which baseline, on which slice of the book; and how exact what is seen is. */
export function TopLine({ nearEdges, isFirst }: TopLineProps) {
  const segments = useDraftModel((model) => model?.segments) ?? none;
  const { slice, look } = useWhatIf();
  return (
    <div className={styles.top}>
      <BaselineSelect />
      {segments.length > 0 && (
        <Select
          label="Segment"
          className={styles.choice}
          value={slice ?? ''}
          options={[
            { value: '', label: 'All' },
            ...segments.map(({ id, name }) => ({ value: id, label: name })),
            { value: baseSegment, label: baseSegmentName({ segments }) },
          ]}
          onChange={(id) => look({ slice: id === '' ? null : id, cell: null })}
        />
      )}
      <NearEdges input={nearEdges} />
      {isFirst && <span className={styles.fact}>The model as it was is saved as the first version: it is the baseline.</span>}
      <Exactness />
    </div>
  );
}

function Exactness() {
  const isExact = useFrames(({ frame }) => frame?.isExact ?? true);
  const sampled = useFrames(({ frame }) => frame?.sampled ?? null);
  return (
    <span className={styles.exactness}>
      {isExact ? 'exact' : sampled === null ? 'in hand ~' : `in hand ~ a sample of ${countText(sampled, 'account')}`}
    </span>
  );
}
