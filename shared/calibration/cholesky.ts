/**
 * Lower triangle L of a symmetric positive matrix, H = L L' (row-major, `size` x `size`); null when it is not positive.
 * Source: Golub and Van Loan, Matrix Computations, algorithm 4.2.2.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let inner = 0; inner < column; inner++) sum -= lower[row * size + inner]! * lower[column * size + inner]!;
      if (row !== column) lower[row * size + column] = sum / lower[column * size + column]!;
      else if (sum > 0) lower[row * size + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/** x of L x = right. */
export function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solution = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = right[row]!;
    for (let inner = 0; inner < row; inner++) sum -= lower[row * size + inner]! * solution[inner]!;
    solution[row] = sum / lower[row * size + row]!;
  }
  return solution;
}

/** x of L' x = right. */
export function solveLowerTransposed(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row]!;
    for (let inner = row + 1; inner < size; inner++) sum -= lower[inner * size + row]! * solution[inner]!;
    solution[row] = sum / lower[row * size + row]!;
  }
  return solution;
}
