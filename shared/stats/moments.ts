/** Sum of the values. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index]!;
  return total;
}

/** Arithmetic mean; NaN of nothing: callers have at least one value. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** Sum of products of the deviations of two columns from their means. */
export function coMoment(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index]! - meanOne) * (other[index]! - meanOther);
  return sum;
}

/** Variance with the divisor n - 1 (ddof 1), for tests; callers have at least two values. */
export function sampleVariance(values: ArrayLike<number>): number {
  return coMoment(values, values) / (values.length - 1);
}
