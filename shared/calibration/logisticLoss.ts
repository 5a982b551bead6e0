import type { Design } from './design.ts';

/** A value with its slope in the intercept and every coefficient. */
export interface LossAndGradient {
  loss: number;
  /** Intercept first. */
  gradient: Float64Array;
}

/** Rows that stay in the cache between the two walks; so few that a product of as many factors up to 2 is a number. */
const blockRows = 1000;

/**
 * Sum of the log losses of logit P(event) = x0 - sum of x_j z_j, and its gradient. z are the columns centred at their means and divided by their
 * deviations (a constant column is 0); x0 therefore is the logit at the means. O(rows x columns), two walks over each block of rows while it is in
 * the cache.
 */
export function logisticLoss(design: Design, x: Float64Array): LossAndGradient {
  const { columns, means, deviations, outcomes, times } = design;
  const slopes = Float64Array.from(columns, (_, index) => (deviations[index]! > 0 ? -x[index + 1]! / deviations[index]! : 0));
  const start = slopes.reduce((sum, slope, index) => sum - slope * means[index]!, x[0]!);
  const block = new Float64Array(blockRows);
  const sums = new Float64Array(columns.length);
  let loss = 0;
  let residualSum = 0;
  for (let from = 0; from < outcomes.length; from += blockRows) {
    const rows = Math.min(blockRows, outcomes.length - from);
    block.fill(start);
    addColumns(block, columns, slopes, from, rows);
    let product = 1;
    for (let row = 0; row < rows; row++) {
      const logit = block[row]!;
      const outcome = outcomes[from + row]!;
      const weight = times[from + row]!;
      const small = Math.exp(-Math.abs(logit));
      const probability = (logit > 0 ? 1 : small) / (1 + small);
      loss += weight * ((logit > 0 ? logit : 0) - outcome * logit);
      // One logarithm for all the rows that count once.
      if (weight === 1) product *= 1 + small;
      else loss += weight * Math.log1p(small);
      const residual = weight * (probability - outcome);
      residualSum += residual;
      block[row] = residual;
    }
    loss += Math.log(product);
    sumColumns(sums, columns, block, from, rows);
  }
  const gradient = new Float64Array(columns.length + 1);
  gradient[0] = residualSum;
  for (let index = 0; index < columns.length; index++)
    gradient[index + 1] = deviations[index]! > 0 ? -(sums[index]! - means[index]! * residualSum) / deviations[index]! : 0;
  return { loss, gradient };
}

/** Adds every column, times its slope, to the block. Eight columns at a time: the block is read and written an eighth as often. */
function addColumns(block: Float64Array, columns: readonly Float64Array[], slopes: Float64Array, from: number, rows: number): void {
  let index = 0;
  for (; index + 7 < columns.length; index += 8) {
    const [c0, c1, c2, c3] = [columns[index]!, columns[index + 1]!, columns[index + 2]!, columns[index + 3]!];
    const [c4, c5, c6, c7] = [columns[index + 4]!, columns[index + 5]!, columns[index + 6]!, columns[index + 7]!];
    const [s0, s1, s2, s3] = [slopes[index]!, slopes[index + 1]!, slopes[index + 2]!, slopes[index + 3]!];
    const [s4, s5, s6, s7] = [slopes[index + 4]!, slopes[index + 5]!, slopes[index + 6]!, slopes[index + 7]!];
    for (let row = 0; row < rows; row++) {
      const at = from + row;
      block[row]! +=
        s0 * c0[at]! + s1 * c1[at]! + s2 * c2[at]! + s3 * c3[at]! + (s4 * c4[at]! + s5 * c5[at]! + s6 * c6[at]! + s7 * c7[at]!);
    }
  }
  for (; index < columns.length; index++) {
    const [column, slope] = [columns[index]!, slopes[index]!];
    for (let row = 0; row < rows; row++) block[row]! += slope * column[from + row]!;
  }
}

/** Adds the sum over the block of each column times the block's values. */
function sumColumns(sums: Float64Array, columns: readonly Float64Array[], block: Float64Array, from: number, rows: number): void {
  let index = 0;
  for (; index + 7 < columns.length; index += 8) {
    const [c0, c1, c2, c3] = [columns[index]!, columns[index + 1]!, columns[index + 2]!, columns[index + 3]!];
    const [c4, c5, c6, c7] = [columns[index + 4]!, columns[index + 5]!, columns[index + 6]!, columns[index + 7]!];
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let a4 = 0;
    let a5 = 0;
    let a6 = 0;
    let a7 = 0;
    for (let row = 0; row < rows; row++) {
      const at = from + row;
      const value = block[row]!;
      a0 += value * c0[at]!;
      a1 += value * c1[at]!;
      a2 += value * c2[at]!;
      a3 += value * c3[at]!;
      a4 += value * c4[at]!;
      a5 += value * c5[at]!;
      a6 += value * c6[at]!;
      a7 += value * c7[at]!;
    }
    for (const [place, sum] of [a0, a1, a2, a3, a4, a5, a6, a7].entries()) sums[index + place]! += sum;
  }
  for (; index < columns.length; index++) {
    const column = columns[index]!;
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += block[row]! * column[from + row]!;
    sums[index]! += sum;
  }
}
