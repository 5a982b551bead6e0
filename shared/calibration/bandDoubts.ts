import type { Estimate } from '../stats/Estimate.ts';
import type { Warning } from '../stats/warning.ts';

/** Fewest accounts and events of a band. */
export const bandNeeds = { accounts: 10, events: 5 };

/** What is wrong with bands, from their observed rates of the bad outcome, worst band first: too thin, not falling, or not told apart. */
export function bandDoubts(rates: readonly Estimate[]): Warning[] {
  const isThin = rates.some(({ accounts, events }) => (accounts ?? 0) < bandNeeds.accounts || (events ?? 0) < bandNeeds.events);
  const falls = rates.every(({ value }, index) => index === 0 || (value ?? 0) <= (rates[index - 1]!.value ?? 1));
  const overlaps = rates.some(({ interval }, index) => index > 0 && holdsOther(interval, rates[index - 1]!.interval));
  const doubts: [Warning, boolean][] = [
    ['THIN_BAND', isThin],
    ['NOT_MONOTONE', !falls],
    ['WIDE_OVERLAP', overlaps],
  ];
  return doubts.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** Whether one of two intervals lies within the other. */
function holdsOther(one: Estimate['interval'], other: Estimate['interval']): boolean {
  if (one === null || other === null) return false;
  return (one[0] <= other[0] && other[1] <= one[1]) || (other[0] <= one[0] && one[1] <= other[1]);
}
