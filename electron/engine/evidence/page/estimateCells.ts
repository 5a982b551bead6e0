import type { Estimate } from '../../../../shared/stats/Estimate.ts';
import { warningSentences } from '../../../../shared/stats/warning.ts';

/** Head of the columns that every number has. */
export const estimateHead = ['value', '95 % interval', 'n', 'accounts', 'events', 'method'];

/** A number with everything it rests on. */
export function estimateCells(estimate: Estimate | null, shown: 'share' | 'plain' = 'plain'): (string | number | null)[] {
  if (!estimate) return ['-', '-', '-', '-', '-', '-'];
  const { value, interval, n, nMissing, accounts, events, method } = estimate;
  const text = (number: number) => (shown === 'share' ? `${(100 * number).toFixed(1)} %` : number.toFixed(3));
  return [
    value === null ? '-' : text(value),
    interval ? `${text(interval[0])} to ${text(interval[1])}` : '-',
    (n - nMissing).toLocaleString('en-US'),
    accounts?.toLocaleString('en-US') ?? '-',
    events?.toLocaleString('en-US') ?? '-',
    method ?? '-',
  ];
}

/** What estimates warn of, each once, in words. */
export function warningsIn(estimates: readonly (Estimate | null | undefined)[]): string[] {
  return [...new Set(estimates.flatMap((estimate) => estimate?.warnings ?? []))].map((code) => warningSentences[code]);
}
