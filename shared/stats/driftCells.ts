import { countCells } from './countCells.ts';
import { referenceEdges } from './referenceEdges.ts';

/** Most distinct values for which each value is a cell of its own. */
const mostValues = 20;

/** Cells of a reference, kept with it so that every later book is counted in the same ones. */
export type DriftCells = { kind: 'values'; values: number[] } | { kind: 'quantiles'; edges: number[] };

/**
 * Cells to hold two samples of a number against each other in: one for each value while both together have at most 20 distinct ones, else tenths
 * of the reference, (a, b]. Missing is always one more, the last. `reference` and `current` are ascending, without missing values.
 */
export function driftCells(reference: Float64Array, current: Float64Array): DriftCells {
  const values = new Set<number>();
  for (const sample of [reference, current]) {
    for (let index = 0; index < sample.length && values.size <= mostValues; index++) values.add(sample[index]!);
  }
  if (values.size <= mostValues) return { kind: 'values', values: [...values].sort((one, other) => one - other) };
  return { kind: 'quantiles', edges: referenceEdges(reference) };
}

/** Counts in the cells, the last of missing values. Values that no cell was made for count in one more cell before the missing ones. */
export function countDriftCells(cells: DriftCells, ascending: Float64Array, missing: number): number[] {
  if (cells.kind === 'quantiles') return [...countCells(ascending, cells.edges, 'right'), missing];
  const places = new Map(cells.values.map((value, place) => [value, place]));
  const counts = cells.values.map(() => 0);
  let others = 0;
  for (const value of ascending) {
    const place = places.get(value);
    if (place === undefined) others++;
    else counts[place]!++;
  }
  return others > 0 ? [...counts, others, missing] : [...counts, missing];
}
