/** Which end of a cell belongs to it: (a, b] for comparison with a reference, [a, b) for what is shown over a curve. */
export type Closed = 'right' | 'left';

/** How many ascending values lie in each of the cells between the edges; the outer cells are open. */
export function countCells(ascending: Float64Array, edges: readonly number[], closed: Closed): number[] {
  const ends = [...edges.map((edge) => countBelow(ascending, edge, closed === 'right')), ascending.length];
  return ends.map((end, cell) => end - (ends[cell - 1] ?? 0));
}

/** The cell a value lies in. */
export function cellOf(value: number, edges: readonly number[], closed: Closed): number {
  return countBelow(edges, value, closed === 'left');
}

/** How many of ascending numbers are below a limit, or at it as well. */
function countBelow(ascending: ArrayLike<number>, limit: number, orAt: boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orAt ? ascending[middle]! <= limit : ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
