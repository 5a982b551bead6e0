import { useEffect, useState } from 'react';
import type { Progress } from '../../shared/contract/call.ts';
import { Button } from './Button.tsx';
import styles from './ProgressLine.module.css';

interface ProgressLineProps {
  /** What is being done, in words. */
  label: string;
  progress: Progress | null;
  onCancel?: (() => void) | undefined;
}

/** Shown only when something takes longer than a glance; well below the 300 ms an analyst may wait without a sign. */
const quietMilliseconds = 150;

/** How far something has come, with a way out. Renders nothing while `progress` is null. */
export function ProgressLine({ label, progress, onCancel }: ProgressLineProps) {
  const running = progress !== null;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!running) return setShown(false);
    const timer = setTimeout(() => setShown(true), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [running]);
  if (!progress || !shown) return null;
  const percent = progress.share === null ? null : Math.round(progress.share * 100);
  return (
    <div className={styles.line}>
      <progress className={styles.bar} aria-label={label} max={100} {...(percent === null ? {} : { value: percent })} />
      <span className={styles.words}>
        {progress.step || label}
        {percent === null ? ' …' : ` · ${percent} %`}
      </span>
      {onCancel && (
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
