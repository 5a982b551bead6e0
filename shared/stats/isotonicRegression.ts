import { ascendingOrder } from './ascendingOrder.ts';

/** A rising curve by its knots: linear between them, level outside. */
export interface IsotonicCurve {
  x: number[];
  y: number[];
  /** Rows and events of the pool each knot belongs to: "0 of 37" is more honest than a probability of 0. */
  n: number[];
  events: number[];
}

/**
 * The rising curve nearest to the outcomes in squared error: rows of equal score are pooled first, then adjacent violators (Ayer et al. 1955;
 * de Leeuw, Hornik and Mair 2009). For a falling curve give negative scores. Equals scikit-learn `IsotonicRegression(y_min=0, y_max=1,
 * out_of_bounds='clip')`, whose knots are the two ends of each level. Null of nothing.
 */
export function isotonicRegression(scores: ArrayLike<number>, outcomes: ArrayLike<number>): IsotonicCurve | null {
  if (scores.length === 0) return null;
  const pools: { from: number; to: number; n: number; events: number }[] = [];
  const order = ascendingOrder(scores);
  for (const index of order) {
    const score = scores[index]!;
    const last = pools.at(-1);
    if (last !== undefined && last.to === score && last.from === score) {
      last.n++;
      last.events += outcomes[index]!;
    } else {
      mergeViolators(pools);
      pools.push({ from: score, to: score, n: 1, events: outcomes[index]! });
    }
  }
  mergeViolators(pools);
  const curve: IsotonicCurve = { x: [], y: [], n: [], events: [] };
  for (const { from, to, n, events } of pools) {
    for (const score of from === to ? [from] : [from, to]) {
      curve.x.push(score);
      curve.y.push(events / n);
      curve.n.push(n);
      curve.events.push(events);
    }
  }
  return curve;
}

/** Joins the last pools while the rate does not rise into the last one. */
function mergeViolators(pools: { from: number; to: number; n: number; events: number }[]): void {
  for (;;) {
    const [before, last] = [pools.at(-2), pools.at(-1)];
    if (before === undefined || last === undefined || before.events * last.n < last.events * before.n) return;
    pools.splice(-2, 2, { from: before.from, to: last.to, n: before.n + last.n, events: before.events + last.events });
  }
}

/** What the curve says of a score: interpolated between knots, the outer knot's beyond them. */
export function isotonicProbability({ x, y }: IsotonicCurve, score: number): number {
  let [low, high] = [0, x.length - 1];
  if (score <= x[low]!) return y[low]!;
  if (score >= x[high]!) return y[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= score) low = middle;
    else high = middle;
  }
  return y[low]! + ((y[high]! - y[low]!) * (score - x[low]!)) / (x[high]! - x[low]!);
}
