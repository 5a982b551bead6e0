import type { EvidenceOutcome } from '../../../shared/contract/evidenceBasis.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { type Warning, warningSentences } from '../../../shared/stats/warning.ts';
import { countText, differenceText, fixedText, numberText, percentText, valueText } from '../../charts/numberText.ts';

/** How the numbers of one kind are written. */
export type NumberStyle = (value: number) => string;

/** AUC, KS, Gini, correlations, Brier. */
export const indexText: NumberStyle = (value) => fixedText(value, 3);
export const rateText: NumberStyle = (value) => percentText(value, 1);
/** Lift: "2.31 ×". */
export const timesText: NumberStyle = (value) => `${fixedText(value, 2)} ×`;
/** A difference of two AUCs. */
export const shiftText: NumberStyle = (value) => differenceText(value, 3);

/** The mean of a number in its own unit. */
const meanText: NumberStyle = (value) => valueText(value);

/** How the outcome of a group is named and written: a share of the observations, or the mean of a number. */
export function rateWords({ kind, name }: Pick<EvidenceOutcome, 'kind' | 'name'>): { rateLabel: string; rateText: NumberStyle } {
  return kind === 'number'
    ? { rateLabel: `mean of ${name}`, rateText: meanText }
    : { rateLabel: `${name}, share of observations`, rateText };
}

/** A number, or a dash where there is none. */
export function valueOr(value: number | null | undefined, style: NumberStyle): string {
  return value === null || value === undefined ? '–' : style(value);
}

/** The 95 % interval, "0.684 to 0.731"; null without one. */
export function intervalText({ interval }: Pick<Estimate, 'interval'>, style: NumberStyle): string | null {
  return interval && `${style(interval[0])} to ${style(interval[1])}`;
}

/** The number with its interval in brackets: "0.706 (0.684 to 0.731)". */
export function estimateText(estimate: Pick<Estimate, 'value' | 'interval'>, style: NumberStyle): string {
  const interval = intervalText(estimate, style);
  return `${valueOr(estimate.value, style)}${interval ? ` (${interval})` : ''}`;
}

/** What a number rests on: "n 1,204 · 95 events · 380 accounts". */
export function countsText({ n, nMissing, events, accounts }: Estimate): string {
  const used = n - nMissing;
  return [
    `n ${numberText(used)}`,
    events !== null && countText(events, 'event'),
    accounts !== null && accounts !== used && countText(accounts, 'account'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The same, and how the interval was made: "n 1,204 · 95 events · 380 accounts · DeLong". */
export function basisText(estimate: Estimate): string {
  return [countsText(estimate), estimate.method].filter(Boolean).join(' · ');
}

/** A p- or q-value as it is printed: never 0. */
export function probabilityText(value: number): string {
  return value < 0.001 ? '< 0.001' : fixedText(value, 3);
}

/**
 * The sentences of warnings, each once, in the order they are listed in the language. That accounts repeat is left out: what the evidence
 * rests on says it once for every number.
 */
export function warningTexts(...lists: (readonly Warning[] | undefined)[]): string[] {
  const said = new Set(lists.flatMap((list) => list ?? []));
  return (Object.keys(warningSentences) as Warning[])
    .filter((code) => said.has(code) && code !== 'CLUSTERED')
    .map((code) => warningSentences[code]);
}
