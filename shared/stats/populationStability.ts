import { divergenceNoise } from './divergenceNoise.ts';
import { sum } from './moments.ts';
import { symmetricDivergence } from './symmetricDivergence.ts';

/** How far a distribution moved. */
export interface PopulationStability {
  value: number;
  /** Part of each cell; null for one that is empty in both. */
  parts: (number | null)[];
  /** Cells that are not empty in both; of these, empty in one. With an empty cell the number is not comparable to other tools'. */
  cells: number;
  emptyCells: number;
  /** What it reads when nothing moved, on average, and the line 95 % stay below. */
  noiseMean: number;
  noiseLine: number;
}

/**
 * Population stability index over cells of a reference and a current sample (the missing one last): Σ (q - p) ln(q / p), one half added to every count when a
 * cell is empty on one side. Drift only when it is above a threshold (0.1 look, 0.25 act; Siddiqi 2006) and above its noise line (Yurdakul
 * 2018), which depends on the two sizes. Null when one side is empty.
 */
export function populationStability(reference: readonly number[], current: readonly number[]): PopulationStability | null {
  const divergence = symmetricDivergence(reference, current);
  if (divergence === null) return null;
  const { value, parts, cells } = divergence;
  const noise = divergenceNoise(cells, sum(reference), sum(current));
  const emptyCells = reference.filter((count, cell) => (count === 0) !== (current[cell] === 0)).length;
  return { value, parts, cells, emptyCells, noiseMean: noise.mean, noiseLine: noise.line };
}
