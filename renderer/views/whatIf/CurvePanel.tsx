import { FlipHorizontal2, Power } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { Leaf } from '../../../shared/model/model.ts';
import { percentText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { CurveFields } from '../model/CurveFields.tsx';
import { flipCurve } from '../model/edit/flipCurve.ts';
import { setCurve, setWeights } from '../model/edit/scope.ts';
import { findNode } from '../model/edit/tree.ts';
import { MetricCurve } from '../model/MetricCurve.tsx';
import { MissingFields } from '../model/MissingFields.tsx';
import { useModelScreen } from '../model/modelStore.ts';
import { useMetricProfile } from '../model/useMetricProfile.ts';
import type { ModelEditor } from '../model/useModelEditor.ts';
import styles from './CurvePanel.module.css';
import { useTouch } from './liveContext.ts';
import type { ResolvedBaseline } from './useBaseline.ts';

interface CurvePanelProps {
  editor: ModelEditor;
  baseline: ResolvedBaseline | null;
}

/** The chosen metric: its curve with corners to drag, what a missing value does, and switches for its direction and for the metric itself. */
export function CurvePanel({ editor, baseline }: CurvePanelProps) {
  const selected = useModelScreen((state) => state.selected);
  const node = (selected === null ? undefined : findNode(editor.seen, selected))?.node;
  if (node?.kind !== 'metric')
    return (
      <Panel title="Curve">
        <EmptyState title="No metric is chosen">Choose a metric in the tree to move the points of its curve.</EmptyState>
      </Panel>
    );
  return <LeafPanel key={node.id} editor={editor} baseline={baseline} leaf={node} />;
}

type LeafPanelProps = CurvePanelProps & { leaf: Leaf };

const LeafPanel = memo(Content, isSameLeaf);

function Content({ editor, baseline, leaf }: LeafPanelProps) {
  const { scope, segment, metricOf, change } = editor;
  const metric = metricOf(leaf.metric);
  const profile = useMetricProfile(metric);
  const touch = useTouch();
  const name = metric?.name ?? leaf.metric;
  const known = profile.value;
  const weightBefore = useMemo(() => usualWeight(baseline, editor, leaf.id), [baseline, editor, leaf.id]);
  const inSegment = segment ? { segment: segment.id } : {};
  const hold = (focused: boolean) => touch({ kind: 'leaf', leaf: leaf.id, ...inSegment }, focused);
  const switchTo = (weight: number) => {
    touch({ kind: 'weight', node: leaf.id, rescaleSiblings: false, ...inSegment }, true);
    change(weight === 0 ? `switching ${name} off` : `switching ${name} on`, (before) => setWeights(before, scope, { [leaf.id]: weight }));
  };
  const missing =
    known && known.observations > 0 && known.missing > 0 ? ` · missing for ${percentText(known.missing / known.observations)}` : '';
  return (
    <Panel title={name} about={`${metric?.unit ?? 'value'}${missing}`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only prepares what its controls are about to move */}
      <div className={styles.content} onPointerEnter={() => hold(false)} onFocus={() => hold(true)}>
        <MetricCurve editor={editor} leaf={leaf} profile={profile} height={156} />
        <div className={styles.fields}>
          <MissingFields editor={editor} leaf={leaf} />
          <Button
            icon
            className={styles.switch ?? ''}
            aria-label="Turn the curve around: what earned the most earns the least"
            onClick={() => change(`direction of ${name}`, (before) => setCurve(before, scope, leaf.id, flipCurve(leaf.curve)))}
          >
            <FlipHorizontal2 />
          </Button>
          <Button
            icon
            className={styles.switch ?? ''}
            aria-label={leaf.weight === 0 ? `Switch ${name} on` : `Switch ${name} off`}
            aria-pressed={leaf.weight === 0}
            onClick={() => switchTo(leaf.weight === 0 ? weightBefore : 0)}
          >
            <Power />
          </Button>
        </div>
        <details className={styles.numbers}>
          <summary>Every number of the curve</summary>
          <CurveFields
            curve={leaf.curve}
            unit={metric?.unit ?? null}
            known={known}
            onChange={(curve) => change(`curve of ${name}`, (before) => setCurve(before, scope, leaf.id, curve))}
          />
        </details>
      </div>
    </Panel>
  );
}

/** The weight a metric that is off comes back with: the baseline's, else what its siblings have on average, else 1. */
function usualWeight(baseline: ResolvedBaseline | null, { seen }: ModelEditor, leaf: string): number {
  const before = baseline?.model && findNode(baseline.model, leaf)?.node.weight;
  if (before) return before;
  const others = findNode(seen, leaf)?.siblings.flatMap(({ id, weight }) => (id === leaf || weight === 0 ? [] : [weight])) ?? [];
  return others.length === 0 ? 1 : others.reduce((sum, weight) => sum + weight, 0) / others.length;
}

/** Whether the panel shows the same: it does while weights move. */
function isSameLeaf(before: LeafPanelProps, after: LeafPanelProps): boolean {
  return (
    before.leaf.curve === after.leaf.curve &&
    before.leaf.missing === after.leaf.missing &&
    (before.leaf.weight === 0) === (after.leaf.weight === 0) &&
    before.editor.segment === after.editor.segment &&
    before.editor.metrics === after.editor.metrics &&
    before.baseline === after.baseline
  );
}
