import { chiSquareTail } from './chiSquare.ts';
import { sum } from './moments.ts';

/** How much one grouping tells of another. */
export interface MutualInformation {
  /** Nats. */
  value: number;
  /** What it reads on average without any link; subtract it for display, not below 0. */
  bias: number;
  /** Value minus bias (not below 0) over the entropy of the columns; null when they have none. */
  normalised: number | null;
  /** Of no link, by G = 2N · value with (rows - 1)(columns - 1) degrees of freedom; null for a single row or column, or without any noise. */
  p: number | null;
}

/**
 * Mutual information of the rows and columns of a table of counts: Σ p_ij ln(p_ij / (p_i p_j)); bias (rows - 1)(columns - 1) / 2N over rows and
 * columns that are not empty (Miller 1955). Equals scikit-learn `mutual_info_score`. Null for an empty table.
 * @param designEffect of rows whose accounts repeat: the bias is multiplied by it, and G divided
 */
export function mutualInformation(table: readonly ArrayLike<number>[], designEffect = 1): MutualInformation | null {
  const rows = table.map((row) => sum(row));
  const columns = Array.from(table[0] ?? [], (_, column) => table.reduce((total, row) => total + row[column]!, 0));
  const total = sum(rows);
  if (total === 0) return null;
  let value = 0;
  for (const [row, counts] of table.entries()) {
    for (let column = 0; column < counts.length; column++) {
      const count = counts[column]!;
      if (count > 0) value += (count / total) * Math.log((count * total) / (rows[row]! * columns[column]!));
    }
  }
  value = Math.max(0, value);
  const freedom = (rows.filter((count) => count > 0).length - 1) * (columns.filter((count) => count > 0).length - 1);
  const bias = (designEffect * freedom) / (2 * total);
  const entropy = columns.reduce((sum, count) => (count > 0 ? sum - (count / total) * Math.log(count / total) : sum), 0);
  return {
    value,
    bias,
    normalised: entropy > 0 ? Math.max(0, value - bias) / entropy : null,
    p: freedom > 0 && designEffect > 0 ? chiSquareTail((2 * total * value) / designEffect, freedom) : null,
  };
}
