import { swapSentence } from '../../../shared/comparison/swapSentence.ts';
import type { SwapSet } from '../../../shared/contract/comparisonCalls.ts';
import type { ProofSetSummary } from '../../../shared/contract/proofSet.ts';
import type { ShiftedBook } from '../../../shared/contract/shiftedBook.ts';
import type { Model } from '../../../shared/model/model.ts';
import { rolledUpReach } from '../../../shared/scoring/reach.ts';
import { segmentModel } from '../../../shared/scoring/segmentModel.ts';
import { countText, moneyText, numberText, percentText } from '../../charts/numberText.ts';
import { numberWords } from './numberWords.ts';
import { hasMixedCuts } from './picture.ts';
import { type Amount, bandShifts, type Movement, movementOf, type Sides, shareOf } from './shifts.ts';

/** "402 accounts get worse (€8.5M), 179 better (€1.8M)." */
export function movementSentence({ worse, better }: Movement, currency: string | null): string {
  if (worse.accounts === 0 && better.accounts === 0) return 'No account changes its band.';
  const money = ({ revenue }: Amount) => (revenue > 0 ? ` (${moneyText(revenue, currency)})` : '');
  const verb = worse.accounts === 1 ? 'account gets' : 'accounts get';
  return `${numberText(worse.accounts)} ${verb} worse${money(worse)}, ${numberText(better.accounts)} better${money(better)}.`;
}

/** What became of those that the draft newly puts into its worst band; null where no outcome tells. */
export function newlyWorstSentence(swapSet: SwapSet | null): string | null {
  const group = swapSet?.groups.find(({ id }) => id === 'newly-worst');
  return swapSet && group ? swapSentence(group, swapSet.outcome, numberWords) : null;
}

/** "11,204 observations of 3,100 accounts · 412 churned · 2025-01-31 to 2026-03-31" */
export function proofSetText({ observations, accounts, events, from, to }: ProofSetSummary, outcome: string): string {
  const dates = from === to ? from : `${from} to ${to}`;
  const of =
    accounts === observations
      ? countText(accounts, 'account')
      : `${countText(observations, 'observation')} of ${countText(accounts, 'account')}`;
  return `${of} · ${numberText(events)} ${outcome.toLowerCase()} · ${dates}`;
}

/** What is kept back for the final check, and how often it was looked at. */
export function confirmationSentence({ confirmation }: ProofSetSummary): string {
  const { from, to, share, observations, openings } = confirmation;
  const what = share === null ? (from === to ? from : `${from} to ${to}`) : `${percentText(share)} of the accounts`;
  return `The confirmation set (${what}, ${countText(observations, 'observation')}) is closed; opened ${countText(openings, 'time')}.`;
}

/** What is announced when the book has settled: "Red 16.3% of accounts, was 12.9%. 402 accounts get worse ..." */
export function settledSentence(book: ShiftedBook, { before, after }: Sides, currency: string | null): string {
  const worst = bandShifts(book, before, after)[0];
  const share = worst && shareOf(worst, book, 'accounts');
  const was = share?.before == null ? '' : `, was ${percentText(share.before, 1)}`;
  const held = worst && share?.after != null ? `${worst.place.name} ${percentText(share.after, 1)} of accounts${was}. ` : '';
  return `${held}${movementSentence(movementOf(book, before, after), currency)}`;
}

/** What it means that all weights are 0; null while any counts. A segment may have weights of its own. */
export function weightlessSentence(model: Model): string | null {
  if (rolledUpReach(model) !== null) return null;
  const weighted = model.segments.filter((segment) => rolledUpReach(segmentModel(model, segment)) !== null);
  if (weighted.length === 0) return 'All weights are 0, so no account has a score. Raise one of them, or undo.';
  const names = weighted.map(({ name }) => name).join(' and ');
  return `All weights of the base model are 0, so only accounts of ${names} have a score, by weights of their own.`;
}

/** Why bars of one height have several colours; empty where all accounts are read by the same edges. */
export function mixedSentence(model: Model, slice: string | null): string {
  if (!hasMixedCuts(model, slice)) return '';
  const own = model.segments.filter(({ cuts }) => cuts !== undefined).map(({ name }) => name);
  return `Each account has the colour of its own band: ${own.join(' and ')} ${own.length === 1 ? 'has' : 'have'} band edges apart.`;
}
