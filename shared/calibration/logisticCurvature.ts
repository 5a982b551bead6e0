import { blockRows, vectorColumns } from '../vector/VectorColumns.ts';
import { type Design, logitLine } from './design.ts';

/**
 * Second derivatives of `logisticLoss` in (intercept, coefficients), row-major: sum of p(1-p) z z' with z0 = 1 and the sign of the
 * coefficients turned. O(rows x columns^2): for samples.
 */
export function logisticCurvature(design: Design, x: Float64Array): Float64Array {
  const { columns, means, deviations, outcomes, times } = design;
  const { start, slopes } = logitLine(design, x);
  const size = x.length;
  const matrix = new Float64Array(size * size);
  const vectors = vectorColumns();
  const weights = new Float64Array(blockRows);
  for (let from = 0; from < outcomes.length; from += blockRows) {
    const rows = Math.min(blockRows, outcomes.length - from);
    const values = vectors.take(columns, from, rows);
    vectors.addColumns(start, slopes);
    const probabilities = vectors.logistic();
    for (let row = 0; row < rows; row++) {
      const probability = probabilities[row]!;
      weights[row] = times[from + row]! * probability * (1 - probability);
    }
    // Of (1, mean - column), which is z but for the deviations: z0 first, whose products with columns are not needed.
    for (let row = 0; row < rows; row++) matrix[0]! += weights[row]!;
    for (let index = 1; index < size; index++) {
      const [column, mean] = [columns[index - 1]!, means[index - 1]!];
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const value = weights[row]! * (mean - column[from + row]!);
        values[row] = value;
        sum += value;
      }
      const products = vectors.products(index);
      matrix[index * size]! += sum;
      for (let other = 1; other <= index; other++) matrix[index * size + other]! += means[other - 1]! * sum - products[other - 1]!;
    }
  }
  const scales = Float64Array.from(x, (_, index) => (index === 0 ? 1 : deviations[index - 1]! > 0 ? 1 / deviations[index - 1]! : 0));
  for (let index = 0; index < size; index++) {
    for (let other = 0; other <= index; other++) {
      matrix[index * size + other]! *= scales[index]! * scales[other]!;
      matrix[other * size + index] = matrix[index * size + other]!;
    }
  }
  return matrix;
}
