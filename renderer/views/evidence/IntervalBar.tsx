import styles from './IntervalBar.module.css';

interface IntervalBarProps {
  value: number | null;
  interval: readonly [number, number] | null;
  /** Ends of the line it is drawn on. */
  domain: readonly [number, number];
  /** Where nothing would be: a tick. */
  nothing?: number | undefined;
  /** Where the number was before: an open ring. */
  before?: number | undefined;
  width?: number;
}

const height = 14;
const middle = height / 2;

/** A number and its interval on a line, for the eye; the same numbers always stand beside it in words. */
export function IntervalBar({ value, interval, domain, nothing, before, width = 84 }: IntervalBarProps) {
  const [low, high] = domain;
  const place = (at: number) => 4 + Math.min(1, Math.max(0, (at - low) / (high - low || 1))) * (width - 8);
  return (
    <svg className={styles.bar} width={width} height={height} aria-hidden="true">
      <line className={styles.ground} x1={4} x2={width - 4} y1={middle} y2={middle} />
      {nothing !== undefined && <line className={styles.nothing} x1={place(nothing)} x2={place(nothing)} y1={1} y2={height - 1} />}
      {interval && <line className={styles.interval} x1={place(interval[0])} x2={place(interval[1])} y1={middle} y2={middle} />}
      {before !== undefined && <circle className={styles.before} cx={place(before)} cy={middle} r={3.5} />}
      {value !== null && <circle className={styles.value} cx={place(value)} cy={middle} r={3.5} />}
    </svg>
  );
}
