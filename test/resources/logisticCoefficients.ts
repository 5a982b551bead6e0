/** Coefficients (without the intercept) of a logistic regression by Newton's method; rows of inputs, answers of 0 or 1. */
export function logisticCoefficients(inputs: readonly (readonly number[])[], answers: readonly number[]): number[] {
  const rows = inputs.map((row) => [1, ...row]);
  const width = rows[0]!.length;
  let coefficients = new Array<number>(width).fill(0);
  for (let round = 0; round < 12; round++) {
    const gradient = new Array<number>(width).fill(0);
    const curvature = Array.from({ length: width }, () => new Array<number>(width).fill(0));
    for (const [nth, row] of rows.entries()) {
      const probability = 1 / (1 + Math.exp(-row.reduce((sum, value, index) => sum + value * coefficients[index]!, 0)));
      for (let one = 0; one < width; one++) {
        gradient[one]! += (answers[nth]! - probability) * row[one]!;
        for (let other = 0; other < width; other++) curvature[one]![other]! += probability * (1 - probability) * row[one]! * row[other]!;
      }
    }
    const step = solve(curvature, gradient);
    coefficients = coefficients.map((value, index) => value + step[index]!);
  }
  return coefficients.slice(1);
}

/** Gauss-Jordan for a symmetric positive matrix. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (const [pivot, row] of rows.entries()) {
    const factor = row[pivot]!;
    for (let column = pivot; column < row.length; column++) row[column]! /= factor;
    for (const other of rows) {
      if (other === row) continue;
      const times = other[pivot]!;
      for (let column = pivot; column < row.length; column++) other[column]! -= times * row[column]!;
    }
  }
  return rows.map((row) => row.at(-1)!);
}
