import type { Estimate } from '../../../../shared/stats/Estimate.ts';
import { type Warning, warningSentences } from '../../../../shared/stats/warning.ts';
import { type Html, html } from './html.ts';

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

/** What estimates and answers warn of, each once, in words. */
export function warningsIn(told: readonly ({ warnings: readonly Warning[] } | null | undefined)[]): Html[] {
  return [...new Set(told.flatMap((one) => one?.warnings ?? []))].map((code) => html`<p>${warningSentences[code]}</p>`);
}
