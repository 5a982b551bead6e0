import { largest } from './countObservations.ts';
import type { GroupedOutcomes } from './rateByGroup.ts';

/**
 * By how much more the cells of two classes differ without any link than if every row were an account of its own: 1 for independent rows, near the
 * rows of an account where value and outcome keep to it, below 1 where an account's events and non-events fall into the same cells. Noise lines and
 * biases that count rows are multiplied by it, chi-square statistics divided. Every row has a cell; 1 with a single cell or class.
 *
 * Mean of the generalised design effects (Rao and Scott 1981): sum over the cells of Var(event share - non-event share) / pooled share, against
 * (cells - 1)(1/m + 1/n). The variances are taken over the accounts: with t = events / m - non-events / n of an account in a cell, and w their sum
 * over the cells, the numerator is the sum over the accounts of (sum of t² / pooled share) - w².
 */
export function designEffect({ groups, outcomes, accounts }: GroupedOutcomes, groupCount: number): number {
  const { order, starts } = byGroup(groups, groupCount);
  let m = 0;
  for (let row = 0; row < outcomes.length; row++) if (outcomes[row] === 1) m++;
  const n = outcomes.length - m;
  const cells = starts.filter((start, cell) => cell < groupCount && starts[cell + 1]! > start).length;
  if (m === 0 || n === 0 || cells < 2) return 1;
  const sums = new Float64Array(1 + largest(accounts));
  const squaresOver = (from: number, to: number): number => {
    for (let place = from; place < to; place++) sums[accounts[order[place]!]!]! += outcomes[order[place]!] === 1 ? 1 / m : -1 / n;
    let squares = 0;
    for (let place = from; place < to; place++) {
      const account = accounts[order[place]!]!;
      squares += sums[account]! ** 2;
      sums[account] = 0;
    }
    return squares;
  };
  let spread = -squaresOver(0, order.length);
  for (let cell = 0; cell < groupCount; cell++) {
    const [from, to] = [starts[cell]!, starts[cell + 1]!];
    if (to > from) spread += (squaresOver(from, to) * order.length) / (to - from);
  }
  return Math.max(0, spread) / ((cells - 1) * (1 / m + 1 / n));
}

/** The rows cell by cell, and where each cell starts. */
function byGroup(groups: ArrayLike<number>, groupCount: number): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(groupCount + 1);
  for (let row = 0; row < groups.length; row++) starts[groups[row]! + 1]!++;
  for (let cell = 0; cell < groupCount; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const order = new Uint32Array(groups.length);
  for (let row = 0; row < groups.length; row++) order[next[groups[row]!]!++] = row;
  return { order, starts };
}
