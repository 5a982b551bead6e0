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
  const cells = 100 * cellsPerPoint;
  const edges = new Set<number>(cuts.filter((cut) => cut > 0 && cut <= 100 + bandTolerance));
  for (let cell = 0; cell <= cells; cell++) edges.add(cell / cellsPerPoint);
  const sorted = Float64Array.from(edges).sort();
  const limits = new Float64Array(sorted.length).fill(Number.POSITIVE_INFINITY);
  limits.set(sorted.subarray(1));
  const first = new Uint32Array(cells + 1);
  for (let cell = 0, bin = 0; cell <= cells; cell++) {
    while (limits[bin]! <= cell / cellsPerPoint) bin++;
    first[cell] = bin;
  }
  return { edges: sorted, limits, cellsPerPoint, first };
}
