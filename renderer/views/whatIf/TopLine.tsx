import { baseSegment, baseSegmentName } from '../../../shared/scoring/bandOf.ts';
import { Select } from '../../parts/Select.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { BaselineSelect } from './BaselineSelect.tsx';
import { useDraftModel } from './currentModel.ts';
import { NearEdges } from './NearEdges.tsx';
import { Scenarios } from './Scenarios.tsx';
import styles from './WhatIfView.module.css';
import { useWhatIf } from './whatIfStore.ts';

interface TopLineProps {
  nearEdges: Parameters<typeof NearEdges>[0]['input'];
  /** A first baseline was made here; said until something is edited. */
  isFirst: boolean;
  onCompare: () => void;
}

const none: never[] = [];

/** What is compared: against which baseline, on which slice of the book. */
export function TopLine({ nearEdges, isFirst, onCompare }: TopLineProps) {
  const segments = useDraftModel((model) => model?.segments) ?? none;
  const { slice, look } = useWhatIf();
  const isUntouched = useStudy(({ history }) => history.past.length <= 1);
  return (
    <div className={styles.top}>
      <BaselineSelect />
      {segments.length > 0 && (
        <Select
          label="Segment"
          className={styles.choice}
          value={slice === baseSegment || segments.some(({ id }) => id === slice) ? (slice ?? '') : ''}
          options={[
            { value: '', label: 'All' },
            ...segments.map(({ id, name }) => ({ value: id, label: name })),
            { value: baseSegment, label: baseSegmentName({ segments }) },
          ]}
          onChange={(id) => look({ slice: id === '' ? null : id, cell: null })}
        />
      )}
      <Scenarios onCompare={onCompare} />
      <NearEdges input={nearEdges} />
      {isFirst && isUntouched && <span className={styles.fact}>The model as it was is saved as a version, and is the baseline.</span>}
    </div>
  );
}
