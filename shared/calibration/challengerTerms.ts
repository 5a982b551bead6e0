import { splineTerms } from './splineTerms.ts';

/** `splines`: every metric may bend as it likes. `pairs`: every two metrics may work together. */
export type ChallengerKind = 'splines' | 'pairs';

/** Most metrics of which all pairs are formed: the first, in the order given. */
const mostPaired = 12;

/** Columns a challenger is fitted to, in every row; where anything is learnt (knots) it is from the named rows alone. NaN = missing. */
export function challengerTerms(metrics: readonly Float64Array[], kind: ChallengerKind, rows: Uint32Array): Float64Array[] {
  return kind === 'splines'
    ? metrics.flatMap((metric) => splineTerms(metric, rows)(metric))
    : [...metrics, ...pairsOf(metrics.slice(0, mostPaired), rows)];
}

/** Products of every two metrics, counted from their means: what neither says alone. */
function pairsOf(metrics: readonly Float64Array[], rows: Uint32Array): Float64Array[] {
  const centred = metrics.map((metric) => {
    const present = Float64Array.from(rows, (row) => metric[row]!).filter((value) => !Number.isNaN(value));
    const mean = present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length);
    return metric.map((value) => value - mean);
  });
  return centred.flatMap((one, index) => centred.slice(index + 1).map((other) => one.map((value, row) => value * other[row]!)));
}
