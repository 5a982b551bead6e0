import { describe, expect, it } from 'vitest';
import { pictureSentence } from '../../../renderer/views/whatIf/PictureSentence.tsx';
import {
  confirmationSentence,
  movementSentence,
  proofSetText,
  settledSentence,
  weightlessSentence,
} from '../../../renderer/views/whatIf/sentences.ts';
import { bandShifts, directionOf, movementOf, moverCounts, placesOf, shareOf } from '../../../renderer/views/whatIf/shifts.ts';
import type { ProofSetSummary } from '../../../shared/contract/proofSet.ts';
import { smallBook, smallDraft } from './smallDraft.ts';

const { bands } = smallDraft;
const letters = [
  { ...bands[0]!, id: 'd', name: 'D', letter: undefined },
  { ...bands[2]!, id: 'a', name: 'A', letter: undefined },
];

describe('what a migration says', () => {
  it('band shares before and after, withheld ones apart', () => {
    const shifts = bandShifts(smallBook, bands, bands);
    expect(shifts.map(({ place, accounts }) => [place.id, accounts.before, accounts.after])).toEqual([
      ['red', 3, 3],
      ['yellow', 1, 4],
      ['green', 6, 2],
      ['withheld', 0, 1],
    ]);
    expect(shareOf(shifts[1]!, smallBook, 'accounts')).toEqual({ before: 0.1, after: 0.4 });
    expect(shareOf(shifts[1]!, { ...smallBook, revenue: 0 }, 'revenue')).toEqual({ before: null, after: null });
  });

  it('how many there are of the kinds of movers that bands tell, withheld ones and bands without counterpart included', () => {
    expect(moverCounts(smallBook, bands, bands)).toEqual({ 'newly-worst': 1, 'newly-best': 0, crossing: 5 });
    // D is Red, A is Green, and the third has no counterpart.
    expect(moverCounts(smallBook, [...letters, letters[0]!], bands)).toEqual({ 'newly-worst': 1, 'newly-best': 2, crossing: 8 });
  });

  it('who gets worse and better; withheld is neither', () => {
    expect(movementOf(smallBook, bands, bands)).toEqual({
      worse: { accounts: 3, revenue: 300 },
      better: { accounts: 1, revenue: 100 },
    });
    expect(directionOf(bands, bands, 2, 3)).toBe(0);
    expect(directionOf(bands, bands, 3, 0)).toBe(0);
  });

  it('with other bands in the baseline: the worst is the worst, the best the best', () => {
    expect(directionOf(letters, bands, 1, 1)).toBe(-1);
    expect(directionOf(letters, bands, 0, 2)).toBe(1);
    const twoRows = {
      ...smallBook,
      migrationAccounts: [
        [2, 1, 0, 0],
        [1, 3, 2, 1],
        [0, 0, 0, 0],
      ],
    };
    expect(bandShifts(twoRows, letters, bands).map(({ accounts }) => accounts.before)).toEqual([3, null, 7, 0]);
  });

  it('names every place, the withheld ones last', () => {
    expect(placesOf(bands).map(({ name }) => name)).toEqual(['Red', 'Yellow', 'Green', 'Not enough data']);
  });
});

describe('sentences', () => {
  it('say who moves', () => {
    expect(movementSentence(movementOf(smallBook, bands, bands), null)).toBe('3 accounts get worse (300), 1 better (100).');
    const still = { worse: { accounts: 0, revenue: 0 }, better: { accounts: 0, revenue: 0 } };
    expect(movementSentence(still, null)).toBe('No account changes its band.');
    expect(settledSentence(smallBook, { before: bands, after: bands }, null)).toBe(
      'Red 30.0% of accounts, was 30.0%. 3 accounts get worse (300), 1 better (100).',
    );
  });

  it('say where the mean lies, and what is missing; with nothing scored too', () => {
    const outline = { edges: [0, 100], accounts: [9], revenue: [900], mean: 72.5 };
    expect(pictureSentence({ book: smallBook, outline })).toBe(
      'The mean score is 71.2 (-1.3 against the baseline). 1 account has not enough data.',
    );
    expect(pictureSentence({ book: { ...smallBook, mean: null }, outline })).toBe(
      'No account has a score: 10 accounts without enough data.',
    );
    expect(pictureSentence({ book: { ...smallBook, accounts: 0, mean: null }, outline: null })).toBe(
      'No account is in this slice of the book.',
    );
  });

  it('say what it means that all weights are 0, and that a segment may have its own', () => {
    const zero = { ...smallDraft, dimensions: smallDraft.dimensions.map((node) => ({ ...node, weight: 0 })) };
    expect(weightlessSentence(smallDraft)).toBeNull();
    expect(weightlessSentence(zero)).toContain('only accounts of S have a score');
    expect(weightlessSentence({ ...zero, segments: [] })).toContain('no account has a score');
  });

  it('name the proof set with its n and dates, and what stays closed', () => {
    const set: ProofSetSummary = {
      outcome: 'churned',
      observations: 4133,
      accounts: 360,
      events: 235,
      eventAccounts: 80,
      from: '2025-03-31',
      to: '2026-05-31',
      embargoed: null,
      confirmation: { from: '2026-06-30', to: '2026-06-30', observations: 279, share: null, openings: 1 },
    };
    expect(proofSetText(set, 'Churned')).toBe('4,133 observations of 360 accounts · 235 churned · 2025-03-31 to 2026-05-31');
    expect(confirmationSentence(set)).toBe('The confirmation set (2026-06-30, 279 observations) is closed; opened 1 time.');
    expect(confirmationSentence({ ...set, confirmation: { ...set.confirmation, share: 0.25, openings: 0 } })).toContain(
      '25% of the accounts',
    );
  });
});
