import { useMemo } from 'react';
import type { Curve } from '../../../shared/model/curve.ts';
import { describeMetric } from '../../../shared/model/describeMetric.ts';
import type { Leaf, MissingPolicy } from '../../../shared/model/model.ts';
import { reach } from '../../../shared/scoring/reach.ts';
import { CategoryChart } from '../../charts/CategoryChart.tsx';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { moveCurveHandle } from '../../charts/curveHandles.ts';
import { curveNames } from '../../charts/describeCurve.ts';
import { percentText, scoreText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { NumberField } from '../../parts/NumberField.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { useView } from '../../state/viewStore.ts';
import { CurveFields } from './CurveFields.tsx';
import { clearOverride, setCurve } from './edit/scope.ts';
import { fittingKinds, startingCurve } from './edit/startingCurve.ts';
import { findNode, updateNode } from './edit/tree.ts';
import { FreezeReference } from './FreezeReference.tsx';
import styles from './MetricCard.module.css';
import type { ModelEditor } from './useModelEditor.ts';

interface MetricCardProps {
  editor: ModelEditor;
  leaf: Leaf;
}

const policyNames: Record<MissingPolicy['policy'], string> = {
  redistribute: 'shares out its weight',
  neutral: 'earns stated points',
  worst: "earns the curve's fewest points",
  'no-score': 'withholds the whole score',
};

/** One metric of the tree: what it measures, its curve over its own distribution, and what happens when it is missing. */
export function MetricCard({ editor, leaf }: MetricCardProps) {
  const { model, seen, scope, segment, metricOf, change } = editor;
  const asOf = useView((state) => state.asOf);
  const { beginDrag, endDrag } = useStudy.getState();
  const metric = metricOf(leaf.metric);
  const {
    value: profile,
    failure,
    progress,
  } = useCall('profile-metric', metric ? { metric: metric.id, ...(asOf !== null && { asOf }), bins: 40 } : null);
  const known = profile?.metric === leaf.metric ? profile : null;
  const swing = useMemo(() => reach(seen).swings.get(leaf.id) ?? 0, [seen, leaf.id]);
  const base = findNode(model, leaf.id)?.node;
  const isOverridden = segment !== undefined && leaf.id in segment.curves;
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
      {segment && (
        <p className={styles.override}>
          {isOverridden
            ? `${segment.name} has a curve of its own; the base model's is dashed.`
            : `${segment.name} follows the base model's curve until it is changed here.`}
          {isOverridden && (
            <Button
              tone="quiet"
              onClick={() => change(`${name} follows the base`, (before) => clearOverride(before, segment.id, { curve: leaf.id }))}
            >
              Follow the base again
            </Button>
          )}
        </p>
      )}
      <FailureNote failure={failure} />
      <ProgressLine label={`Profiling ${name}`} progress={known ? null : progress} />
      {leaf.curve.kind === 'categories' ? (
        <CategoryChart title={`Points of ${name}`} curve={leaf.curve} profile={known} />
      ) : (
        <CurveChart
          title={`Points of ${name}`}
          curve={leaf.curve}
          unit={unit}
          profile={known}
          behind={isOverridden && base?.kind === 'metric' ? base.curve : undefined}
          onMove={(handle, to, gap) => changeCurve(moveCurveHandle(leaf.curve, handle, to, gap))}
          onMoveStart={beginDrag}
          onMoveEnd={endDrag}
        />
      )}
      <div className={styles.fields}>
        <Select
          label="Curve"
          value={leaf.curve.kind}
          options={fittingKinds(kindOf).map((kind) => ({ value: kind, label: curveNames[kind] }))}
          onChange={(kind) => changeCurve(startingCurve(kind, kindOf, known))}
        />
        <Select
          label="A missing value"
          value={leaf.missing.policy}
          options={Object.entries(policyNames).map(([value, label]) => ({ value: value as MissingPolicy['policy'], label }))}
          onChange={(policy) =>
            changeLeaf(`missing values of ${name}`, (before) => ({
              ...before,
              missing: policy === 'neutral' ? { policy, points: 50 } : { policy },
            }))
          }
        />
        {leaf.missing.policy === 'neutral' && (
          <NumberField
            label="Points when missing"
            value={leaf.missing.points}
            min={0}
            max={100}
            onChange={(points) =>
              points !== null &&
              changeLeaf(`missing values of ${name}`, (before) => ({ ...before, missing: { policy: 'neutral', points } }))
            }
          />
        )}
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
