import type { KeyboardEvent, PointerEvent } from 'react';
import type { Curve } from '../../shared/model/curve.ts';
import { useGrip } from '../parts/useGrip.ts';
import { type CurveHandle, curveHandles } from './curveHandles.ts';
import styles from './HandleLayer.module.css';
import { niceStep, snap } from './niceStep.ts';
import { numberText, valueText } from './numberText.ts';
import type { DrawnScales } from './PlotCanvas.tsx';

interface HandleLayerProps {
  curve: Curve;
  unit: string | null;
  range: { from: number; to: number };
  scales: DrawnScales;
  onMove: (handle: string, to: { value?: number; points?: number }, gap: number) => void;
  onMoveStart?: (() => void) | undefined;
  onMoveEnd?: (() => void) | undefined;
}

/** The corners of a drawn curve as things to take hold of: drag, or arrow keys (left and right the value, up and down the points). */
export function HandleLayer({ curve, ...held }: HandleLayerProps) {
  return curveHandles(curve).map((handle) => <Corner key={handle.id} handle={handle} {...held} />);
}

type CornerProps = Omit<HandleLayerProps, 'curve'> & { handle: CurveHandle };

function Corner({ handle, unit, range, scales, onMove, onMoveStart, onMoveEnd }: CornerProps) {
  const step = niceStep(range.to - range.from);
  const grip = useGrip(onMoveStart, onMoveEnd);
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const frame = event.currentTarget.offsetParent?.getBoundingClientRect();
    if (!frame || !scales.x.invert || !scales.y.invert) return;
    const value = snap(Number(scales.x.invert(event.clientX - frame.left)), step);
    const points = Math.round(Number(scales.y.invert(event.clientY - frame.top)));
    onMove(handle.id, { value, points }, step);
  };
  const press = (event: KeyboardEvent) => {
    const move = movesOf[event.key];
    if (!move) return;
    event.preventDefault();
    grip.holdByKey();
    const value = snap(handle.value + move.value * step, step);
    onMove(handle.id, move.value === 0 ? { points: handle.points + move.points } : { value }, step);
  };
  return (
    <button
      type="button"
      role="slider"
      className={styles.handle}
      aria-label={handle.label}
      aria-orientation="horizontal"
      aria-valuenow={handle.value}
      aria-valuemin={range.from}
      aria-valuemax={range.to}
      aria-valuetext={`${valueText(handle.value, unit)}${handle.moves.points ? `, ${numberText(handle.points, 1)} points` : ''}`}
      title={`${handle.label}: ${valueText(handle.value, unit)}`}
      style={{ left: scales.x.apply(handle.value), top: scales.y.apply(handle.points) }}
      {...grip.handlers}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.holdByPointer(event);
      }}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}

const movesOf: Record<string, { value: number; points: number } | undefined> = {
  ArrowLeft: { value: -1, points: 0 },
  ArrowRight: { value: 1, points: 0 },
  ArrowUp: { value: 0, points: 1 },
  ArrowDown: { value: 0, points: -1 },
  PageUp: { value: 10, points: 0 },
  PageDown: { value: -10, points: 0 },
};
