import { quantile } from '../stats/quantile.ts';

/** Turns a column (NaN = missing) into the columns a freer model sees. Made from some rows, it can be applied to any. */
export type Terms = (column: Float64Array) => Float64Array[];

/** Where Harrell (2015, 2.4.6) puts five knots. */
const knotShares = [0.05, 0.275, 0.5, 0.725, 0.95];

/**
 * Restricted cubic spline of a metric: the value itself and one cubic term for each knot but two, which is straight outside the outer knots,
 *
 *     ((x - t_j)+^3 - (x - t_k-1)+^3 (t_k - t_j)/(t_k - t_k-1) + (x - t_k)+^3 (t_k-1 - t_j)/(t_k - t_k-1)) / (t_k - t_1)^2
 *
 * (Harrell 2015, 2.4.5); knots at the 5, 27.5, 50, 72.5 and 95 % points of the rows it is made from, equal ones once. Beside it 1 where the value is
 * missing; the terms themselves are missing there.
 */
export function splineTerms(column: Float64Array, rows: Uint32Array): Terms {
  const present = Float64Array.from(rows, (row) => column[row]!)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const points = knotShares.map((share) => quantile(present, share) ?? 0);
  const knots = points.filter((point, index) => point !== points[index - 1]);
  const hasMissing = present.length < rows.length;
  return (values) => [
    values,
    ...knots.slice(0, -2).map((knot) => values.map((value) => cubicTerm(value, knot, knots))),
    ...(hasMissing ? [values.map((value) => (Number.isNaN(value) ? 1 : 0))] : []),
  ];
}

function cubicTerm(value: number, knot: number, knots: readonly number[]): number {
  const [first, beforeLast, last] = [knots[0]!, knots.at(-2)!, knots.at(-1)!];
  const cubed = (from: number) => Math.max(0, value - from) ** 3;
  const bent = cubed(knot) - (cubed(beforeLast) * (last - knot) - cubed(last) * (beforeLast - knot)) / (last - beforeLast);
  return Number.isNaN(value) ? Number.NaN : bent / (last - first) ** 2;
}
