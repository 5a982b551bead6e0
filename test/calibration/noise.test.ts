import { expect, it } from 'vitest';
import { fitAnchored } from '../../shared/calibration/fitAnchored.ts';
import { verdictOf } from '../../shared/calibration/verdictOf.ts';
import { weightsToFit } from '../../shared/calibration/weightsToFit.ts';
import { withShares } from '../../shared/calibration/withShares.ts';
import { auc } from '../../shared/stats/auc.ts';
import { aucDifference } from '../../shared/stats/aucDifference.ts';
import { seededRandom } from '../../shared/stats/seededRandom.ts';
import { newPacer } from './pace.ts';
import { simulatedBook } from './simulatedBook.ts';
import { plainModel, plainScore } from './weightsAsked.ts';

const metrics = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const model = plainModel([
  { id: 'use', weight: 50, metrics: { a: 25, b: 25, c: 25, d: 25 } },
  { id: 'service', weight: 50, metrics: { e: 25, f: 25, g: 25, h: 25 } },
]);

/** A book of noise, about one account in four leaving for no reason, and the score it gets from shares of the whole. */
function noiseBook(seed: number, accounts: number) {
  const { columns, rows } = simulatedBook({ seed, rows: accounts, trueTheta: [], noise: metrics.length, intercept: -1.1 });
  const weighed = (shares: readonly number[]) => {
    const scores = new Float64Array(accounts);
    for (const [index, column] of columns.entries())
      for (let row = 0; row < accounts; row++) scores[row]! += (shares[index]! * column[row]!) / 100;
    return scores;
  };
  return { columns, rows, weighed };
}

it('40 greedy moves of a slider on noise look like progress, and are supported in no more than 5 % of 200 tries', () => {
  const equal = metrics.map(() => 100 / metrics.length);
  let [tempting, supported] = [0, 0];
  for (let run = 0; run < 200; run++) {
    const [tuned, kept] = [noiseBook(2 * run + 1, 400), noiseBook(2 * run + 2, 400)];
    const random = seededRandom(run);
    const reach = (shares: readonly number[]) => -auc(tuned.weighed(shares), tuned.rows.outcomes)!;
    let [shares, best] = [equal, reach(equal)];
    for (let move = 0; move < 40; move++) {
      const moved = Math.floor(random() * metrics.length);
      const change = random() < 0.5 ? 8 : -8;
      const tried = shares.map((share, index) => (index === moved ? Math.max(0, share + change) : share));
      const reached = reach(tried);
      if (reached > best) [shares, best] = [tried, reached];
    }
    const pair = (book: typeof tuned) => ({ one: book.weighed(shares), other: book.weighed(equal) });
    const seen = aucDifference({ ...pair(tuned), ...tuned.rows }, { eventsLie: 'low' });
    if (seen.interval !== null && seen.interval[0] > 0) tempting++;
    const { one, other } = pair(kept);
    if (verdictOf(kept.rows, other, one).id === 'supported') supported++;
  }
  expect(tempting).toBeGreaterThan(40);
  expect(supported).toBeLessThanOrEqual(10);
});

/** A book whose metrics do go with the outcome, until the outcomes are dealt out anew. */
function shuffledBook(seed: number, accounts: number) {
  const { columns, rows } = simulatedBook({ seed, rows: accounts, trueTheta: [3, 2, 1, 1], noise: 4 });
  const random = seededRandom(seed);
  const order = [...rows.outcomes.keys()].map((row) => [random(), row] as const).sort(([one], [other]) => one - other);
  return { columns, outcomes: Uint8Array.from(order, ([, row]) => rows.outcomes[row]!) };
}

it('is supported in no more than 5 % of 300 runs when the outcomes are shuffled', async () => {
  const [size, runs] = [240, 300];
  let [supported, moved] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const book = shuffledBook(5000 + run, 2 * size);
    const half = (first: number) => ({
      points: Object.fromEntries(metrics.map((metric, index) => [metric, book.columns[index]!.slice(first, first + size)])),
      rows: {
        outcomes: book.outcomes.slice(first, first + size),
        accounts: Uint32Array.from({ length: size }, (_, row) => row),
        asOf: new Int32Array(size),
      },
    });
    const [proof, confirmation] = [half(0), half(size)];
    const pointsOf = (leaf: { metric: string }) => proof.points[leaf.metric]!;
    const { problem, adjustment } = weightsToFit({ model, pointsOf, nameOf: () => '', rules: { bounds: {} } }, proof.rows);
    const { fitted } = await fitAnchored(problem, proof.rows, run, newPacer());
    const suggested = fitted.shares ? withShares(model, adjustment, fitted.shares) : model;
    if (suggested !== model) moved++;
    const score = (of: typeof model) => plainScore(of, size, (leaf) => confirmation.points[leaf.metric]!);
    if (verdictOf(confirmation.rows, score(model), score(suggested)).id === 'supported') supported++;
  }
  expect(moved).toBeGreaterThan(100);
  expect(supported).toBeLessThanOrEqual(15);
});
