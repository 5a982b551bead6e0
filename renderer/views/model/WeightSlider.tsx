import { type CSSProperties, useRef } from 'react';
import { useGrip } from '../../parts/useGrip.ts';
import { announce } from '../../state/announcements.ts';
import type { WeightScale } from './edit/weightScale.ts';
import styles from './WeightSlider.module.css';

interface WeightSliderProps {
  label: string;
  value: number;
  scale: WeightScale;
  /** Where the weight was: a line on the track. */
  mark: number | undefined;
  disabled: boolean;
  /** The value in words, for assistive technology. */
  valueText: string;
  onChange: (value: number) => void;
  /** Around a drag, or a held key. */
  onBegin: () => void;
  onEnd: () => void;
}

const movingKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];

/** A weight as a slider: arrows one step, Page keys ten, Home and End the ends. One drag, or one press of a key, is one undo step. */
export function WeightSlider({ label, value, scale, mark, disabled, valueText, onChange, onBegin, onEnd }: WeightSliderProps) {
  const held = useRef<WeightScale | null>(null);
  const { max, step } = held.current ?? scale;
  const grip = useGrip(
    () => {
      held.current = scale;
      onBegin();
    },
    () => {
      held.current = null;
      onEnd();
      announce(`${label}: ${valueText}`);
    },
  );
  const share = (weight: number) => Math.min(1, weight / max);
  return (
    <span className={styles.slider}>
      {mark !== undefined && (
        <span className={styles.mark} style={{ left: `calc(7px + ${share(mark)} * (100% - 14px))` }} aria-hidden="true" />
      )}
      <input
        type="range"
        className={styles.input}
        aria-label={label}
        aria-valuetext={valueText}
        min={0}
        max={max}
        step={step}
        value={Math.min(value, max)}
        disabled={disabled}
        style={{ '--filled': `${share(value) * 100}%` } as CSSProperties}
        onChange={(event) => onChange(Number(event.target.value))}
        {...grip.handlers}
        onPointerDown={grip.holdByPointer}
        onKeyDown={(event) => {
          if (!movingKeys.includes(event.key)) return;
          grip.holdByKey();
          const pages = event.key === 'PageUp' ? 10 : event.key === 'PageDown' ? -10 : 0;
          if (pages === 0) return;
          event.preventDefault();
          onChange(Math.min(max, Math.max(0, Number((value + pages * step).toPrecision(12)))));
        }}
      />
    </span>
  );
}
