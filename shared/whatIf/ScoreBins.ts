import { bandTolerance } from '../scoring/bandOf.ts';

/** Bins of the score whose edges hold every cut: no bin mixes two bands. Within the tolerance below an edge counts as on it. */
export interface ScoreBins {
  /** Lower edges, ascending from 0; the last bin holds what lies on its edge and above. */
  edges: Float64Array;
  /** Upper edges; of the last bin Infinity. */
  limits: Float64Array;
  cellsPerPoint: number;
  /** By cell of the score: the first bin that reaches into it. */
  first: Uint32Array;
}

/** `cellsPerPoint` bins a point, parted where a cut lies inside one. */
export function scoreBins(cuts: readonly number[], cellsPerPoint: number): ScoreBins {
  const grid = Array.from({ length: 100 * cellsPerPoint + 1 }, (_, cell) => cell / cellsPerPoint);
  const inner = cuts.filter((cut) => cut > 0 && cut <= 100 + bandTolerance);
  const edges = Float64Array.from(new Set([...grid, ...inner])).sort();
  const first = Uint32Array.from(grid, (from) => edges.findLastIndex((edge) => edge <= from));
  const limits = Float64Array.from(edges, (_, bin) => edges[bin + 1] ?? Number.POSITIVE_INFINITY);
  return { edges, limits, cellsPerPoint, first };
}
