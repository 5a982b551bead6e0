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
    reason: expect.stringMatching(
      /has 6 accounts with the outcome; to say whether the suggestion is better than the current weights takes 30\. Without a score: \d+ observations with the current/,
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
  expect(some.reason).toMatch(/Without a score: 0 observations with the current weights, 16 with the suggestion; compared on the 384 /);
  const many = verdictOf(
    book.rows,
    withhold(current, (row) => row % 30 === 1),
    withhold(suggested, (row) => row % 30 === 0),
  );
  expect(many).toMatchObject({ id: 'exploratory-only', headline: 'Exploratory only' });
  expect(many.reason).toMatch(/^28 observations .* from one of the two alone, and a verdict allows 5 % of them\./);
  const same = (row: number) => row % 3 === 0;
  expect(verdictOf(book.rows, withhold(current, same), withhold(suggested, same)).id).toBe('supported');
});

/** A score a little better than another: noise added to the same columns. */
function closeCall() {
  const close = simulatedBook({ seed: 62, rows: 300, trueTheta: [2], noise: 1 });
  const [told, noise] = [close.columns[0]!, close.columns[1]!];
  return {
    rows: close.rows,
    before: told.map((value, row) => value + 1.1 * noise[row]!),
    after: told.map((value, row) => value + 0.85 * noise[row]!),
  };
}

it('takes a wider interval from the second opening of the set on, in the proportion of the normal quantiles, and says so', () => {
  const { rows, before, after } = closeCall();
  const at = (opening: number) => verdictOf(rows, before, after, { opening });
  const [first, second, thirtieth] = [at(1), at(2), at(30)];
  expect(first).toMatchObject({ id: 'supported', headline: 'Supported on data not used to fit it', opening: 1 });
  expect(first.reason).toMatch(/^AUC \+\d\.\d{3} \(95 % [^)]*\): the suggestion is better than the current weights\.$/);
  expect(second.difference).toEqual(first.difference);
  const [value, low] = [first.difference!.value!, first.difference!.interval![0]];
  // scipy 1.10.1: norm.ppf(0.9875) / norm.ppf(0.975).
  expect(second.reason).toContain(`(97.5 % +${(value + 1.1435938 * (low - value)).toFixed(3)} to `);
  expect(second).toMatchObject({ id: 'supported', headline: 'Supported at opening 2 of the confirmation set' });
  expect(second.reason).toContain('This is opening 2 of this confirmation set');
  expect(thirtieth).toMatchObject({ id: 'not-supported', opening: 30 });
});

it('names what was compared', () => {
  const names = { score: 'Spring', against: 'The tool' };
  expect(verdictOf(book.rows, current, suggested, { names }).reason).toMatch(/Spring is better than The tool\.$/);
  expect(verdictOf(book.rows, suggested, current, { names }).reason).toMatch(/so Spring is not shown to be better than The tool\.$/);
});
