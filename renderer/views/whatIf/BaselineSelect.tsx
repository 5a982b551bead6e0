import { useShallow } from 'zustand/react/shallow';
import type { Baseline } from '../../../shared/model/study.ts';
import { Select } from '../../parts/Select.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { useVersions } from './versionStore.ts';
import styles from './WhatIfView.module.css';

/** What the draft is held against: a saved version, another model of the study, a scenario, or a given score. */
export function BaselineSelect() {
  const baseline = useStudy(({ draft }) => draft.baseline);
  const scenarios = useStudy(({ draft }) => draft.scenarios);
  const givenScores = useStudy(({ draft }) => draft.definition.givenScores);
  // Only the others: the draft itself changes at every frame of a drag.
  const models = useStudy(useShallow(({ draft }) => draft.models.filter(({ id }) => id !== draft.currentModel)));
  const edit = useStudy((state) => state.edit);
  const saved = useVersions((state) => state.count);
  const { value } = useCall('list-versions', {}, [saved, baseline]);
  const choices: { baseline: Baseline; label: string }[] = [
    ...(value?.versions ?? []).map(({ id, name }) => ({ baseline: { version: id }, label: `Version “${name}”` })),
    ...models.map(({ id, name }) => ({ baseline: { model: id }, label: `Model “${name}”` })),
    ...scenarios.map(({ id, name }) => ({ baseline: { scenario: id }, label: `Scenario “${name}”` })),
    ...givenScores.map(({ id, name }) => ({ baseline: { given: id }, label: `Given: ${name}` })),
  ];
  const options = choices.map(({ baseline: one, label }) => ({ value: JSON.stringify(one), label }));
  const current = JSON.stringify(baseline);
  const isKnown = options.some((option) => option.value === current);
  return (
    <Select
      label="Against"
      className={styles.choice}
      value={current}
      options={isKnown ? options : [{ value: current, label: baseline === null ? 'no baseline yet' : 'reading …' }, ...options]}
      onChange={(next) => edit('choice of baseline', (draft) => ({ ...draft, baseline: JSON.parse(next) as Baseline | null }))}
    />
  );
}
