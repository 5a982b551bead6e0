import type { Estimate } from '../../../shared/stats/Estimate.ts';
import styles from './EstimateText.module.css';
import { countsText, intervalText, type NumberStyle, valueOr } from './estimateText.ts';

interface EstimateTextProps {
  /** Null where there is none by definition. */
  estimate: Estimate | null;
  style: NumberStyle;
  /** What the place says already of what its numbers rest on: counts or a method; not said again where it is the same. */
  said?: string | null | undefined;
}

/** An inferred number as it is always shown: the value, its 95 % interval, what it rests on, and how the interval was made. */
export function EstimateText({ estimate, style, said }: EstimateTextProps) {
  if (!estimate) return <span className={styles.none}>–</span>;
  const interval = intervalText(estimate, style);
  const method = interval === null && estimate.value !== null ? 'no interval' : estimate.method;
  const basis = [countsText(estimate), method].filter((part) => part !== null && part !== said);
  return (
    <span className={styles.estimate}>
      <span>
        <span className={styles.value}>{valueOr(estimate.value, style)}</span>
        {interval && <span> ({interval})</span>}
      </span>
      <span className={styles.basis}>{basis.join(' · ')}</span>
    </span>
  );
}
