import type { Estimate } from '../../../shared/stats/Estimate.ts';
import styles from './EstimateText.module.css';
import { basisText, intervalText, type NumberStyle, valueOr } from './estimateText.ts';

interface EstimateTextProps {
  /** Null where there is none by definition. */
  estimate: Estimate | null;
  style: NumberStyle;
}

/** An inferred number as it is always shown: the value, its 95 % interval, and what it rests on. */
export function EstimateText({ estimate, style }: EstimateTextProps) {
  if (!estimate) return <span className={styles.none}>–</span>;
  const interval = intervalText(estimate, style);
  return (
    <span className={styles.estimate}>
      <span>
        <span className={styles.value}>{valueOr(estimate.value, style)}</span>
        {interval && <span className={styles.interval}> ({interval})</span>}
      </span>
      <span className={styles.basis}>
        {basisText(estimate)}
        {interval === null && estimate.value !== null && ' · no interval'}
      </span>
    </span>
  );
}
