import { blockRows, vectorColumns } from '../vector/VectorColumns.ts';
import { type Design, logitLine } from './design.ts';

/** A value with its slope in the intercept and every coefficient. */
export interface LossAndGradient {
  loss: number;
  /** Intercept first. */
  gradient: Float64Array;
}

/** Far from the smallest number there is; one more factor of at least 1/2 keeps it so. */
const smallProduct = 1e-250;

/**
 * Sum of the log losses of logit P(event) = x0 - sum of x_j z_j, and its gradient. z are the columns centred at their means and divided by their
 * deviations (a constant column is 0); x0 therefore is the logit at the means. O(rows x columns), two walks over each block of rows while it is in
 * the cache.
 */
export function logisticLoss(design: Design, x: Float64Array): LossAndGradient {
  const { columns, means, deviations, outcomes, times } = design;
  const { start, slopes } = logitLine(design, x);
  const vectors = vectorColumns();
  const sums = new Float64Array(columns.length);
  let loss = 0;
  let product = 1;
  let residualSum = 0;
  for (let from = 0; from < outcomes.length; from += blockRows) {
    const rows = Math.min(blockRows, outcomes.length - from);
    const values = vectors.take(columns, from, rows);
    vectors.addColumns(start, slopes);
    const probabilities = vectors.logistic();
    for (let row = 0; row < rows; row++) {
      const logit = values[row]!;
      const outcome = outcomes[from + row]!;
      const weight = times[from + row]!;
      const probability = probabilities[row]!;
      const larger = Math.max(probability, 1 - probability);
      loss += weight * (Math.max(logit, 0) - outcome * logit);
      // One logarithm for many rows that count once.
      if (weight === 1) product *= larger;
      else loss -= weight * Math.log(larger);
      if (product < smallProduct) {
        loss -= Math.log(product);
        product = 1;
      }
      const residual = weight * (probability - outcome);
      residualSum += residual;
      values[row] = residual;
    }
    const products = vectors.products(columns.length);
    for (let index = 0; index < sums.length; index++) sums[index]! += products[index]!;
  }
  loss -= Math.log(product);
  const gradient = new Float64Array(columns.length + 1);
  gradient[0] = residualSum;
  for (let index = 0; index < columns.length; index++)
    gradient[index + 1] = deviations[index]! > 0 ? -(sums[index]! - means[index]! * residualSum) / deviations[index]! : 0;
  return { loss, gradient };
}
