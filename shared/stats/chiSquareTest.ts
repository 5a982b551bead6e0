import { chiSquareTail } from './chiSquare.ts';
import { sum } from './moments.ts';

/** Whether the rows of a table differ in how they spread over its columns. */
export interface ChiSquareTest {
  statistic: number;
  degreesOfFreedom: number;
  p: number;
  smallestExpected: number;
  /** Strength of the link, 0 to 1: sqrt(χ² / (N · min(rows - 1, columns - 1))). */
  cramersV: number;
}

/**
 * Pearson's chi-square test of homogeneity without correction; empty rows and columns are left out. Equals scipy
 * `chi2_contingency(correction=False)`. Null with fewer than two rows or columns left.
 */
export function chiSquareTest(table: readonly ArrayLike<number>[]): ChiSquareTest | null {
  const rows = table.map((row) => Array.from(row)).filter((row) => sum(row) > 0);
  const columnSums = Array.from(table[0] ?? [], (_, column) => sum(rows.map((row) => row[column]!)));
  const columns = columnSums.filter((sum) => sum > 0).length;
  if (rows.length < 2 || columns < 2) return null;
  const total = sum(columnSums);
  let [statistic, smallestExpected] = [0, Infinity];
  for (const row of rows) {
    const rowSum = sum(row);
    for (const [column, count] of row.entries()) {
      if (columnSums[column] === 0) continue;
      const expected = (rowSum * columnSums[column]!) / total;
      smallestExpected = Math.min(smallestExpected, expected);
      statistic += (count - expected) ** 2 / expected;
    }
  }
  const degreesOfFreedom = (rows.length - 1) * (columns - 1);
  return {
    statistic,
    degreesOfFreedom,
    p: chiSquareTail(statistic, degreesOfFreedom),
    smallestExpected,
    cramersV: Math.sqrt(statistic / (total * Math.min(rows.length - 1, columns - 1))),
  };
}
