/**
 * How much the variance of each column's coefficient grows because other columns tell the same: 1 / (1 - R²) of the column on all others,
 * from the matrix of correlations. 1 = nothing shared; above 5 much. Null where the others tell all of it. Equals statsmodels
 * `variance_inflation_factor` with a constant.
 */
export function varianceInflation(correlations: readonly ArrayLike<number>[]): (number | null)[] {
  return correlations.map((_, column) => {
    const others = [...correlations.keys()].filter((other) => other !== column);
    const left = unexplained(correlations, others, column);
    return left < 1e-10 ? null : Math.max(1, 1 / left);
  });
}

/** The part of a column's variance that others leave: Gaussian elimination of those in turn, skipping one that is a sum of those before. */
function unexplained(correlations: readonly ArrayLike<number>[], others: readonly number[], column: number): number {
  const order = [...others, column];
  const matrix = order.map((row) => Float64Array.from(order, (place) => correlations[row]![place]!));
  const last = order.length - 1;
  for (let pivot = 0; pivot < last; pivot++) {
    const diagonal = matrix[pivot]![pivot]!;
    if (diagonal < 1e-10) continue;
    for (let row = pivot + 1; row <= last; row++) {
      const factor = matrix[row]![pivot]! / diagonal;
      if (factor === 0) continue;
      for (let place = pivot; place <= last; place++) matrix[row]![place]! -= factor * matrix[pivot]![place]!;
    }
  }
  return matrix[last]![last]!;
}
