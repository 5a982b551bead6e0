import { differenceText } from '../../charts/numberText.ts';
import { classes } from '../../parts/classes.ts';
import styles from './table.module.css';

interface DeltaProps {
  /** Null: there is nothing to compare with. */
  value: number | null;
  decimals: number;
  unit?: string;
  /** Which way is better; null when neither is. */
  good?: 'up' | 'down' | null;
}

/** A difference with its sign, coloured where one way is better. One that rounds to nothing says so. */
export function Delta({ value, decimals, unit, good = null }: DeltaProps) {
  if (value === null) return <span className={styles.secondary}>–</span>;
  const isNone = Math.abs(value) < 0.5 * 10 ** -decimals;
  const isBetter = good !== null && value > 0 === (good === 'up');
  const tone = isNone || good === null ? styles.secondary : isBetter ? styles.better : styles.worse;
  return (
    <span className={classes(styles.delta, tone)}>
      {isNone ? '±0' : differenceText(value, decimals)}
      {unit && ` ${unit}`}
    </span>
  );
}
