import type { Design } from './design.ts';

/**
 * Second derivatives of `logisticLoss` in (intercept, coefficients), row-major: sum of p(1-p) z z' with z0 = 1 and the sign of the
 * coefficients turned. O(rows x columns^2): for samples.
 */
export function logisticCurvature(design: Design, x: Float64Array): Float64Array {
  const { columns, means, deviations, outcomes, times } = design;
  const logits = new Float64Array(outcomes.length).fill(x[0]!);
  const scaled = columns.map((column, index) => {
    const [mean, deviation, coefficient] = [means[index]!, deviations[index]!, x[index + 1]!];
    const z = new Float64Array(column.length);
    if (deviation === 0) return z;
    for (let row = 0; row < z.length; row++) {
      z[row] = (mean - column[row]!) / deviation;
      logits[row]! += coefficient * z[row]!;
    }
    return z;
  });
  const roots = logits.map((logit, row) => {
    const small = Math.exp(-Math.abs(logit));
    return Math.sqrt(times[row]! * small) / (1 + small);
  });
  for (const z of scaled) for (let row = 0; row < z.length; row++) z[row]! *= roots[row]!;
  return products([roots, ...scaled]);
}

/** The products of all pairs of columns; four at a time, so that one of each pair is read a quarter as often. */
function products(columns: readonly Float64Array[]): Float64Array {
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  for (let index = 0; index < size; index++) {
    const one = columns[index]!;
    for (let other = 0; other <= index; other += 4) {
      const sums = fourProducts(one, columns[other]!, columns[other + 1] ?? one, columns[other + 2] ?? one, columns[other + 3] ?? one);
      for (let place = other; place <= Math.min(other + 3, index); place++) {
        matrix[index * size + place] = sums[place - other]!;
        matrix[place * size + index] = sums[place - other]!;
      }
    }
  }
  return matrix;
}

function fourProducts(one: Float64Array, first: Float64Array, second: Float64Array, third: Float64Array, fourth: Float64Array) {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let row = 0; row < one.length; row++) {
    const value = one[row]!;
    a += value * first[row]!;
    b += value * second[row]!;
    c += value * third[row]!;
    d += value * fourth[row]!;
  }
  return [a, b, c, d];
}
