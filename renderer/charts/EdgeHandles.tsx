import type { KeyboardEvent, PointerEvent } from 'react';
import type { Band } from '../../shared/model/model.ts';
import { classes } from '../parts/classes.ts';
import { useGrip } from '../parts/useGrip.ts';
import styles from './EdgeHandles.module.css';
import { edgeStep } from './edgeStep.ts';
import handleStyles from './HandleLayer.module.css';
import { numberText } from './numberText.ts';
import type { DrawnScales } from './PlotCanvas.tsx';

interface EdgeHandlesProps {
  bands: readonly Band[];
  cuts: readonly number[];
  scales: DrawnScales;
  onMove: (index: number, to: number) => void;
  /** Around a drag, or a held key. */
  onBegin: () => void;
  onEnd: () => void;
  /** Pointed at, or focused. */
  onTouch: (focused: boolean) => void;
}

const stepsOf: Record<string, number | undefined> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** The band edges of a score histogram as things to take hold of: drag, or arrow keys half a point, Page keys five. */
export function EdgeHandles({ bands, cuts, ...held }: EdgeHandlesProps) {
  return cuts.map((cut, index) => (
    <Edge key={bands[index + 1]?.id ?? index} index={index} cut={cut} name={bands[index + 1]?.name ?? ''} {...held} />
  ));
}

type EdgeProps = Omit<EdgeHandlesProps, 'bands' | 'cuts'> & { index: number; cut: number; name: string };

function Edge({ index, cut, name, scales, onMove, onBegin, onEnd, onTouch }: EdgeProps) {
  const grip = useGrip(onBegin, onEnd);
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const frame = event.currentTarget.offsetParent?.getBoundingClientRect();
    if (!frame || !scales.x.invert) return;
    onMove(index, Math.round(Number(scales.x.invert(event.clientX - frame.left)) / edgeStep) * edgeStep);
  };
  const press = (event: KeyboardEvent) => {
    const end = event.key === 'Home' ? 0 : event.key === 'End' ? 100 : undefined;
    const steps = stepsOf[event.key];
    if (end === undefined && steps === undefined) return;
    event.preventDefault();
    grip.holdByKey();
    onMove(index, end ?? cut + steps! * edgeStep);
  };
  return (
    <button
      type="button"
      role="slider"
      className={classes(handleStyles.handle, styles.edge)}
      aria-label={`Lower edge of ${name}`}
      aria-orientation="horizontal"
      aria-valuenow={cut}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={`${name} from ${numberText(cut, 2)}`}
      title={`${name} from ${numberText(cut, 2)}: drag, or use the arrow keys`}
      style={{ left: scales.x.apply(cut) }}
      {...grip.handlers}
      onPointerEnter={() => onTouch(false)}
      onFocus={() => onTouch(true)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.holdByPointer(event);
      }}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
