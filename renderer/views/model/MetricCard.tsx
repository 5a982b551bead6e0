import { useMemo } from 'react';
import type { Curve } from '../../../shared/model/curve.ts';
import { describeMetric } from '../../../shared/model/describeMetric.ts';
import type { Leaf } from '../../../shared/model/model.ts';
import { reach } from '../../../shared/scoring/reach.ts';
import { curveNames } from '../../charts/describeCurve.ts';
import { percentText, scoreText } from '../../charts/numberText.ts';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { CurveFields } from './CurveFields.tsx';
import { setCurve } from './edit/scope.ts';
import { fittingKinds, startingCurve } from './edit/startingCurve.ts';
import { updateNode } from './edit/tree.ts';
import { FreezeReference } from './FreezeReference.tsx';
import styles from './MetricCard.module.css';
import { MetricCurve } from './MetricCurve.tsx';
import { MissingFields } from './MissingFields.tsx';
import { useMetricProfile } from './useMetricProfile.ts';
import type { ModelEditor } from './useModelEditor.ts';

interface MetricCardProps {
  editor: ModelEditor;
  leaf: Leaf;
}

/** One metric of the tree: what it measures, its curve over its own distribution, and what happens when it is missing. */
export function MetricCard({ editor, leaf }: MetricCardProps) {
  const { seen, scope, metricOf, change } = editor;
  const metric = metricOf(leaf.metric);
  const profile = useMetricProfile(metric);
  const known = profile.value;
  const swing = useMemo(() => reach(seen).swings.get(leaf.id) ?? 0, [seen, leaf.id]);
  const unit = metric?.unit ?? null;
  const name = metric?.name ?? leaf.metric;
  const kindOf = metric ?? {
    direction: 'higher' as const,
    valueType: leaf.curve.kind === 'categories' ? ('category' as const) : ('number' as const),
  };
  const changeCurve = (curve: Curve) => change(`curve of ${name}`, (before) => setCurve(before, scope, leaf.id, curve));
  const changeLeaf = (label: string, next: (before: Leaf) => Leaf) =>
    change(label, (before) => updateNode(before, leaf.id, 'metric', next));

  return (
    <div className={styles.card}>
      <header className={styles.head}>
        <h2>{name}</h2>
        <span className={styles.secondary}>
          moves the score by at most {scoreText(swing)} points
          {known &&
            known.missing > 0 &&
            known.observations > 0 &&
            ` · missing for ${percentText(known.missing / known.observations)} of accounts`}
        </span>
      </header>
      {metric && (
        <p className={styles.secondary}>
          {metric.description ?? describeMetric(metric)}
          {metric.note && ` ${metric.note}`}
        </p>
      )}
      <MetricCurve editor={editor} leaf={leaf} profile={profile} />
      <div className={styles.fields}>
        <Select
          label="Curve"
          value={leaf.curve.kind}
          options={fittingKinds(kindOf).map((kind) => ({ value: kind, label: curveNames[kind] }))}
          onChange={(kind) => changeCurve(startingCurve(kind, kindOf, known))}
        />
        <MissingFields editor={editor} leaf={leaf} />
      </div>
      <CurveFields curve={leaf.curve} unit={unit} known={known} onChange={changeCurve} />
      {(leaf.curve.kind === 'percentile' || leaf.curve.kind === 'z-score') && (
        <FreezeReference editor={editor} leaf={leaf} curve={leaf.curve} />
      )}
      <TextField
        label="Note: how gaps in the written definition were settled"
        value={leaf.note ?? ''}
        lines={2}
        onChange={(note) => changeLeaf(`note on ${name}`, (before) => ({ ...before, note: note.trim() === '' ? undefined : note.trim() }))}
      />
    </div>
  );
}
