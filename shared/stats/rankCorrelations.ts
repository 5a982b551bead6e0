import { midranks } from './midranks.ts';

/**
 * Spearman's correlation of every pair of columns, from ranks within each column's present values. A value that is missing (NaN) counts as
 * the middle rank in pairs, so a column with many missing values correlates less; a constant column correlates with nothing (0), each with itself (1).
 */
export function rankCorrelations(columns: readonly ArrayLike<number>[]): Float64Array[] {
  const unit = columns.map(unitRanks);
  const correlations = columns.map(() => new Float64Array(columns.length));
  for (let one = 0; one < columns.length; one++) {
    correlations[one]![one] = 1;
    for (let other = 0; other < one; other++) {
      const product = dot(unit[one]!, unit[other]!);
      correlations[one]![other] = correlations[other]![one] = product;
    }
  }
  return correlations;
}

/** Midranks around 0 with a sum of squares of 1; missing ones 0. */
function unitRanks(column: ArrayLike<number>): Float64Array {
  const present = Uint32Array.from({ length: column.length }, (_, index) => index).filter((index) => !Number.isNaN(column[index]));
  const ranks = midranks(Float64Array.from(present, (index) => column[index]!));
  const unit = new Float64Array(column.length);
  for (const [place, index] of present.entries()) unit[index] = ranks[place]! - (present.length + 1) / 2;
  const length = Math.sqrt(dot(unit, unit));
  return length === 0 ? unit : unit.map((value) => value / length);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index]! * other[index]!;
  return sum;
}
