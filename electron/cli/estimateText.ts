import type { Estimate } from '../../shared/stats/Estimate.ts';

/** A number as it is shown: a share in per cent, or plain with three decimals. */
export type Shown = 'share' | 'plain';

/** "0.745 (0.720 to 0.770)"; without a value the dash. */
export function estimateText(estimate: Pick<Estimate, 'value' | 'interval'> | null, shown: Shown = 'plain'): string {
  if (estimate?.value == null) return '-';
  const { value, interval } = estimate;
  const digits = (number: number) => (shown === 'share' ? (100 * number).toFixed(1) : number.toFixed(3));
  const unit = shown === 'share' ? ' %' : '';
  return interval ? `${digits(value)}${unit} (${digits(interval[0])} to ${digits(interval[1])})` : `${digits(value)}${unit}`;
}
