import { expect, test } from 'vitest';
import { barTotals } from '../../../renderer/charts/scoreBars.ts';
import type { Frame } from '../../../renderer/views/whatIf/frameStore.ts';
import { partsOf, pictureOf } from '../../../renderer/views/whatIf/picture.ts';
import { mixedSentence } from '../../../renderer/views/whatIf/sentences.ts';
import type { Model } from '../../../shared/model/model.ts';
import { smallBook, smallDraft } from './smallDraft.ts';

const question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: null, bands: null, dataChanges: 0 };
const sides = { before: smallDraft.bands, after: smallDraft.bands };
const ownCuts: Model = { ...smallDraft, segments: [{ ...smallDraft.segments[0]!, cuts: [30, 59] }] };
const bookOf = (binAccounts: number[]) => ({ ...smallBook, edges: [0, 59, 60, 80, 100], binAccounts });
const frameOf = (model: Model, segment: string | null = null): Frame => ({
  question: { ...question, segment },
  model,
  sides,
  book: bookOf([2, 1, 4, 2]),
  outline: null,
  isExact: true,
  sampled: { accounts: null, observations: null },
  line: null,
  parts: [
    { id: 's', book: bookOf([0, 1, 3, 0]) },
    { id: 'base', book: bookOf([2, 0, 1, 2]) },
  ],
  segments: null,
  movers: null,
});
/** Accounts by band as they are coloured, worst first. */
const coloured = (frame: Frame) =>
  pictureOf(frame, partsOf(frame), { bands: smallDraft.bands, cuts: frame.model.cuts, measure: 'accounts', currency: null }).stacks.map(
    (bars) => bars.reduce((sum, amount) => sum + amount, 0),
  );

test('bars are coloured by the edges that hold for the slice', () => {
  expect(coloured(frameOf(smallDraft))).toEqual([3, 4, 2]);
  expect(coloured(frameOf(ownCuts, 's'))).toEqual([2, 0, 7]);
  expect(coloured(frameOf(ownCuts, 'base'))).toEqual([3, 4, 2]);
});

test('in a book of mixed edges every account has the colour of its own', () => {
  expect(coloured(frameOf(ownCuts))).toEqual([2, 1, 6]);
  const frame = frameOf(ownCuts);
  const picture = pictureOf(frame, partsOf(frame), { bands: smallDraft.bands, cuts: [60, 80], measure: 'accounts', currency: null });
  expect(mixedSentence(ownCuts, null)).toContain(': S has band edges apart.');
  expect(mixedSentence(ownCuts, 's') + mixedSentence(smallDraft, null)).toBe('');
  expect(barTotals(picture.stacks).reduce((sum, amount) => sum + amount, 0)).toBe(9);
});
