import { ChevronDown, ChevronRight, Lock, LockOpen, RotateCcw } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { percentText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { NumberField } from '../../parts/NumberField.tsx';
import { useNotices } from '../../state/noticeStore.ts';
import { sameContent } from '../../state/sameContent.ts';
import { useStudy } from '../../state/studyStore.ts';
import { reweigh } from './edit/reweigh.ts';
import { clearOverride, setWeights } from './edit/scope.ts';
import { type PlacedNode, updateNode } from './edit/tree.ts';
import { weightScale } from './edit/weightScale.ts';
import { useModelScreen } from './modelStore.ts';
import { NodeMenu } from './NodeMenu.tsx';
import type { ModelEditor } from './useModelEditor.ts';
import styles from './WeightRow.module.css';
import { WeightSlider } from './WeightSlider.tsx';

interface WeightRowProps {
  editor: ModelEditor;
  placed: PlacedNode;
  /** Share of the whole score, 0..1. */
  effective: number;
  /** Weight that the reset goes back to: the baseline's, or the base model's while a segment is edited. */
  baseline: number | undefined;
  /** The row is pointed at, or something in it is focused or taken hold of. */
  onTouch?: ((node: string, focused: boolean) => void) | undefined;
  /** Whether the tree itself can be changed here: groups made, moved, removed. */
  hasMenu?: boolean;
}

/** Made once: React passes over an element it has seen, and a row is drawn at every frame of a drag. */
const icons = {
  folded: <ChevronRight aria-hidden="true" />,
  open: <ChevronDown aria-hidden="true" />,
  reset: <RotateCcw />,
  locked: <Lock />,
  unlocked: <LockOpen />,
};

/** One node of the tree: its name, its weight as slider and number, and what that is of the whole score. */
export const WeightRow = memo(Row, isSameRow);

function Row({ editor, placed, effective, baseline, onTouch, hasMenu = true }: WeightRowProps) {
  const { model, scope, segment, metricOf, change } = editor;
  const { node, siblings, depth } = placed;
  // The proportions among siblings at pick-up hold for the whole drag, also when it passes through 0; another edit meanwhile is a pick-up anew.
  const pickedUp = useRef<{ from: Model; made: Model } | null>(null);
  const isHeld = useRef(false);
  // Counted so that a refused number leaves its field again.
  const [refusals, setRefusals] = useState(0);
  const { folded, fold, selected, select, rescaleSiblings } = useModelScreen();
  const name = node.kind === 'group' ? node.name : (metricOf(node.metric)?.name ?? node.metric);
  const scale = weightScale(siblings.map((each) => each.weight));
  const share = percentText(effective, 1);
  const isFolded = folded.includes(node.id);
  const isOverridden = segment !== undefined && node.id in segment.weights;
  const setWeight = (weight: number) => {
    try {
      change(`weight of ${name}`, (before) => {
        const from = pickedUp.current?.made === before ? pickedUp.current.from : before;
        const made = reweigh(from, scope, node.id, weight, rescaleSiblings);
        pickedUp.current = isHeld.current ? { from, made } : null;
        return made;
      });
    } catch (failure) {
      const isFixed = failure instanceof Failure && failure.code === 'weight-not-movable';
      useNotices.getState().fail(isFixed ? new Failure('weight-not-movable', { node: name }) : failure);
      setRefusals((count) => count + 1);
    }
  };
  const reset = () => {
    if (segment) change(`${name} follows the base`, (before) => clearOverride(before, segment.id, { weight: node.id }));
    else if (baseline !== undefined) change(`weight of ${name}`, (before) => setWeights(before, scope, { [node.id]: baseline }));
  };

  return (
    <li
      className={classes(styles.row, !hasMenu && styles.slim, selected === node.id && styles.selected)}
      style={{ paddingInlineStart: 8 + depth * 11 }}
      onPointerEnter={() => onTouch?.(node.id, false)}
      onFocus={() => onTouch?.(node.id, true)}
    >
      {node.kind === 'group' ? (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={!isFolded}
          aria-label={`${name}: children`}
          onClick={() => fold(node.id)}
        >
          {isFolded ? icons.folded : icons.open}
        </button>
      ) : (
        <span className={styles.fold} />
      )}
      <button
        type="button"
        className={classes(styles.name, node.kind === 'group' && styles.group)}
        aria-pressed={selected === node.id}
        title={name}
        onClick={() => select(node.id)}
      >
        {name}
        {(isOverridden || (segment !== undefined && node.id in segment.curves)) && <span className={styles.override}> ≠ base</span>}
      </button>
      <WeightSlider
        label={`Weight of ${name}`}
        value={node.weight}
        scale={scale}
        mark={baseline}
        disabled={node.locked === true}
        valueText={`${node.weight}, ${share} of the score`}
        onChange={setWeight}
        onBegin={() => {
          isHeld.current = true;
          useStudy.getState().beginDrag();
        }}
        onEnd={() => {
          isHeld.current = false;
          pickedUp.current = null;
          useStudy.getState().endDrag();
        }}
      />
      <NumberField
        key={refusals}
        label={`Weight of ${name}, number`}
        labelHidden
        value={round(node.weight)}
        min={0}
        step={scale.step}
        disabled={node.locked === true}
        onChange={(weight) => weight !== null && setWeight(weight)}
        className={styles.number}
      />
      <span className={styles.share} title="of the whole score">
        {share}
      </span>
      <Button
        icon
        tone="quiet"
        className={styles.tool ?? ''}
        aria-label={segment ? `${name}: follow the base again` : `${name}: reset the weight`}
        disabled={segment ? !isOverridden : baseline === undefined || round(baseline) === round(node.weight)}
        onClick={reset}
      >
        {icons.reset}
      </Button>
      <Button
        icon
        tone="quiet"
        className={styles.tool ?? ''}
        aria-label={`${name}: lock the weight`}
        aria-pressed={node.locked === true}
        onClick={() =>
          change(`${node.locked ? 'unlocking' : 'locking'} ${name}`, (before) =>
            updateNode(before, node.id, node.kind, (found) => ({ ...found, locked: node.locked ? undefined : true })),
          )
        }
      >
        {node.locked ? icons.locked : icons.unlocked}
      </Button>
      {hasMenu && <NodeMenu model={model} id={node.id} name={name} change={change} />}
    </li>
  );
}

/** Weights are shown and typed with at most four decimals; what rescaling leaves behind them is noise to the eye. */
const round = (weight: number) => Number(weight.toFixed(4));

/** Whether a row shows the same. While one weight is dragged most rows do, and are not drawn again; a menu knows the whole tree. */
function isSameRow(before: WeightRowProps, after: WeightRowProps): boolean {
  const [one, other] = [before.placed, after.placed];
  const [scale, next] = [one, other].map(({ siblings }) => weightScale(siblings.map(({ weight }) => weight)));
  return (
    sameContent(withoutChildren(one.node), withoutChildren(other.node)) &&
    one.depth === other.depth &&
    sameContent(scale, next) &&
    before.effective === after.effective &&
    before.baseline === after.baseline &&
    before.onTouch === after.onTouch &&
    before.editor.scope === after.editor.scope &&
    before.editor.segment === after.editor.segment &&
    before.editor.metrics === after.editor.metrics &&
    (after.hasMenu === false || before.editor.model === after.editor.model)
  );
}

const withoutChildren = (node: PlacedNode['node']) => (node.kind === 'group' ? { ...node, children: undefined } : node);
