import { quantile } from './quantile.ts';

/**
 * Inner edges of the cells of a reference for PSI, JS and published information values: the quantiles at i/k, equal ones once; cells are (a, b], the outer
 * ones open. When the first edge is the smallest value, one more cell opens below it, so that even a constant reference sees a fall.
 */
export function referenceEdges(ascending: Float64Array, cells = 10): number[] {
  if (ascending.length === 0) return [];
  const edges = quantileEdges(ascending, cells);
  return edges[0] === ascending[0] ? [justBelow(edges[0]!), ...edges] : edges;
}

/** The quantiles at i/k of ascending values, equal ones once. */
export function quantileEdges(ascending: Float64Array, cells = 10): number[] {
  const points = Array.from({ length: cells - 1 }, (_, index) => quantile(ascending, (index + 1) / cells)!);
  return points.filter((point, index) => point !== points[index - 1]);
}

/** The next smaller 64-bit number. */
function justBelow(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value === 0 ? -0 : value);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, value > 0 ? bits - 1n : bits + 1n);
  return view.getFloat64(0);
}
