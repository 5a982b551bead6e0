import { expect, it } from 'vitest';
import { verdictOf } from '../../shared/calibration/verdictOf.ts';
import { simulatedBook } from './simulatedBook.ts';

/** A suggestion that ranks the outcome well, against a current score of noise. */
const book = simulatedBook({ seed: 61, rows: 400, trueTheta: [5], noise: 1 });
const [suggested, current] = [book.columns[0]!, book.columns[1]!];
const withhold = (scores: Float64Array, from: (row: number) => boolean) => scores.map((score, row) => (from(row) ? Number.NaN : score));

it('counts the accounts both models give a score to, not those one of them withholds', () => {
  let left = 0;
  const mostLeavers = (row: number) => book.rows.outcomes[row] === 1 && left++ >= 6;
  const kept = withhold(suggested, mostLeavers);
  const both = current.map((score, row) => (Number.isNaN(kept[row]) ? Number.NaN : score));
  expect(verdictOf(book.rows, both, kept)).toMatchObject({
    id: 'exploratory-only',
    eventAccounts: 6,
    sentence: expect.stringMatching(
      /has 6 accounts with the outcome, and a verdict needs 30\. Without a score: \d+ observations with the current/,
    ),
  });
});

it('is exploratory only when the models withhold different rows, and says how many either withholds', () => {
  const some = verdictOf(
    book.rows,
    current,
    withhold(suggested, (row) => row % 25 === 0),
  );
  expect(some.id).toBe('supported');
  expect(some.sentence).toMatch(
    /Without a score: 0 observations with the current weights, 16 with the suggested ones; compared on the 384 /,
  );
  const many = verdictOf(
    book.rows,
    withhold(current, (row) => row % 30 === 1),
    withhold(suggested, (row) => row % 30 === 0),
  );
  expect(many).toMatchObject({ id: 'exploratory-only' });
  expect(many.sentence).toMatch(
    /^Exploratory only: 28 observations .* from one of the two models alone, and a verdict allows 5 % of them\./,
  );
  const same = (row: number) => row % 3 === 0;
  expect(verdictOf(book.rows, withhold(current, same), withhold(suggested, same)).id).toBe('supported');
});
