import type { Leaf } from '../../../shared/model/model.ts';
import { CategoryChart } from '../../charts/CategoryChart.tsx';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { moveCurveHandle } from '../../charts/curveHandles.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { useStudy } from '../../state/studyStore.ts';
import type { CallState } from '../../state/useCall.ts';
import { clearOverride, setCurve } from './edit/scope.ts';
import { findNode } from './edit/tree.ts';
import styles from './MetricCard.module.css';
import type { ModelEditor } from './useModelEditor.ts';

interface MetricCurveProps {
  editor: ModelEditor;
  leaf: Leaf;
  profile: CallState<'profile-metric'>;
  height?: number;
}

/** A metric's curve over its own distribution, its corners to be moved; and, in a segment, whether it follows the base's. */
export function MetricCurve({ editor, leaf, profile, height }: MetricCurveProps) {
  const { model, scope, segment, metricOf, change } = editor;
  const { beginDrag, endDrag } = useStudy.getState();
  const { name, unit = null } = metricOf(leaf.metric) ?? { name: leaf.metric };
  const base = findNode(model, leaf.id)?.node;
  const isOverridden = segment !== undefined && leaf.id in segment.curves;
  return (
    <>
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
      <FailureNote failure={profile.failure} />
      <ProgressLine label={`Profiling ${name}`} progress={profile.value ? null : profile.progress} />
      {leaf.curve.kind === 'categories' ? (
        <CategoryChart title={`Points of ${name}`} curve={leaf.curve} profile={profile.value} />
      ) : (
        <CurveChart
          title={`Points of ${name}`}
          curve={leaf.curve}
          unit={unit ?? null}
          profile={profile.value}
          behind={isOverridden && base?.kind === 'metric' ? base.curve : undefined}
          {...(height !== undefined && { height })}
          onMove={(handle, to, gap) =>
            change(`curve of ${name}`, (before) => setCurve(before, scope, leaf.id, moveCurveHandle(leaf.curve, handle, to, gap)))
          }
          onMoveStart={beginDrag}
          onMoveEnd={endDrag}
        />
      )}
    </>
  );
}
