import { largest } from './countObservations.ts';
import type { GroupedOutcomes } from './rateByGroup.ts';

/**
 * By how much more an information value varies than if every row were an account of its own. `designEffect` is the mean over all directions in which
 * the cells could differ; where a link is strong the value varies in one of them, along which the rows of an account may keep together more. A row
 * with the outcome in cell i moves the value by w + 1 - e^-w, without by -w + 1 - e^w, each less its mean, over the rows of its class, w being the
 * cell's weight of evidence. The squares of the sums by account against the squares of the rows (Liang and Zeger 1986). 1 where nothing moves it.
 */
export function designEffectOfValue({ groups, outcomes, accounts }: GroupedOutcomes, weights: readonly (number | null)[]): number {
  const moves = movesOf(groups, outcomes, weights);
  const sums = new Float64Array(1 + largest(accounts));
  let ofRows = 0;
  for (let row = 0; row < groups.length; row++) {
    const move = moves[outcomes[row] === 1 ? 1 : 0][groups[row]!]!;
    sums[accounts[row]!]! += move;
    ofRows += move * move;
  }
  return ofRows > 0 ? sums.reduce((total, each) => total + each * each, 0) / ofRows : 1;
}

/** What a row moves, by cell: of those without the outcome, and of those with it. */
function movesOf(
  groups: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights: readonly (number | null)[],
): [Float64Array, Float64Array] {
  const counts = [new Float64Array(weights.length), new Float64Array(weights.length)] as const;
  for (let row = 0; row < groups.length; row++) counts[outcomes[row] === 1 ? 1 : 0][groups[row]!]!++;
  const centred = (of: Float64Array, sign: 1 | -1) => {
    const plain = weights.map((weight) => (weight === null ? 0 : sign * weight + 1 - Math.exp(-sign * weight)));
    const rows = of.reduce((total, count) => total + count, 0);
    const mean = plain.reduce((total, one, cell) => total + (one * of[cell]!) / rows, 0);
    return Float64Array.from(plain, (one) => (one - mean) / rows);
  };
  return [centred(counts[0], -1), centred(counts[1], 1)];
}
