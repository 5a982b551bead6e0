import { midranksIn } from './midranks.ts';
import { presentOrder } from './presentOrder.ts';

/** Rows that are multiplied for all pairs before the next: few enough to stay in the processor's cache. */
const blockRows = 2048;

/**
 * Spearman's correlation of every pair of columns, from ranks within each column's present values. A value that is missing (NaN) counts as
 * the middle rank, so a column with many missing values correlates less; a constant column correlates with nothing (0), each with itself (1).
 * @param orders the present rows of each column in ascending order, if they are known already
 */
export function rankCorrelations(
  columns: readonly ArrayLike<number>[],
  orders: readonly Uint32Array[] = columns.map(presentOrder),
): Float64Array[] {
  const units = columns.map((column, index) => unitRanks(column, orders[index]!));
  const correlations = columns.map(() => new Float64Array(columns.length));
  const rows = columns[0]?.length ?? 0;
  for (let start = 0; start < rows; start += blockRows) {
    const blocks = units.map((unit) => unit.subarray(start, start + blockRows));
    for (const [one, block] of blocks.entries()) {
      for (let other = 0; other < one; other++) correlations[one]![other]! += dot(block, blocks[other]!);
    }
  }
  for (const [one, line] of correlations.entries()) {
    line[one] = 1;
    for (let other = 0; other < one; other++) correlations[other]![one] = line[other]!;
  }
  return correlations;
}

/** Midranks around 0 with a sum of squares of 1; missing ones 0. */
function unitRanks(column: ArrayLike<number>, order: Uint32Array): Float64Array {
  const ranks = midranksIn(order, column);
  const middle = (order.length + 1) / 2;
  for (let index = 0; index < ranks.length; index++) if (ranks[index]! > 0) ranks[index]! -= middle;
  const length = Math.sqrt(dot(ranks, ranks)) || 1;
  for (let index = 0; index < ranks.length; index++) ranks[index]! /= length;
  return ranks;
}

/** Four sums at once: an addition need not wait for the one before it. */
function dot(one: Float64Array, other: Float64Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let index = 0;
  for (; index + 3 < one.length; index += 4) {
    first += one[index]! * other[index]!;
    second += one[index + 1]! * other[index + 1]!;
    third += one[index + 2]! * other[index + 2]!;
    fourth += one[index + 3]! * other[index + 3]!;
  }
  for (; index < one.length; index++) first += one[index]! * other[index]!;
  return first + second + third + fourth;
}
