import { cellOf } from './countCells.ts';
import type { Interval } from './Estimate.ts';
import { quantileEdges } from './referenceEdges.ts';
import { wilson } from './wilson.ts';

/** Predicted against observed in one bin of probabilities. */
export interface ReliabilityBin {
  bin: number;
  n: number;
  events: number;
  predicted: number;
  observed: number;
  /** Wilson's, of the observed rate: for one row an account. */
  interval: Interval;
}

/** Predicted against observed over all bins; empty bins are left out. */
export interface Reliability {
  edges: number[];
  bins: ReliabilityBin[];
  /** Expected calibration error: Σ n_b/N |observed - predicted|; it changes with the number of bins. */
  expectedError: number;
  largestError: number;
  /** Bin of each row. */
  binOf: Uint16Array;
}

/** How many quantile bins these rows can carry: min(10, N/30, events/5), each rounded down; below 2 there is no curve to show. */
export function reliabilityBinCount(n: number, events: number): number {
  return Math.min(10, Math.floor(n / 30), Math.floor(events / 5));
}

/** Edges of `count` bins: of equal width over [0, 1], or of equal numbers of rows. */
export function reliabilityEdges(probabilities: ArrayLike<number>, count: number, strategy: 'uniform' | 'quantile'): number[] {
  // k * (1 / count) is how numpy's linspace makes the edges that published numbers rest on.
  if (strategy === 'uniform') return Array.from({ length: count - 1 }, (_, index) => (index + 1) * (1 / count));
  return quantileEdges(Float64Array.from(probabilities).sort(), count);
}

/**
 * Reliability curve over bins (a, b]. Only probabilities of rows that did not take part in the fit may be judged so: on its own rows an
 * isotonic fit has no error at all. Source: DeGroot and Fienberg (1983); scikit-learn `calibration_curve`. Null of nothing.
 */
export function reliability(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>, edges: number[]): Reliability | null {
  const n = probabilities.length;
  if (n === 0) return null;
  const binOf = Uint16Array.from(probabilities, (probability) => cellOf(probability, edges, 'right'));
  const sums = Array.from({ length: edges.length + 1 }, () => ({ n: 0, events: 0, predicted: 0 }));
  for (let index = 0; index < n; index++) {
    const sum = sums[binOf[index]!]!;
    sum.n++;
    sum.events += outcomes[index]!;
    sum.predicted += probabilities[index]!;
  }
  const bins = sums.flatMap(({ n: rows, events, predicted }, bin): ReliabilityBin[] =>
    rows === 0 ? [] : [{ bin, n: rows, events, predicted: predicted / rows, observed: events / rows, interval: wilson(events, rows)! }],
  );
  const errorOf = ({ observed, predicted }: ReliabilityBin) => Math.abs(observed - predicted);
  return {
    edges,
    bins,
    expectedError: bins.reduce((sum, bin) => sum + (bin.n / n) * errorOf(bin), 0),
    largestError: Math.max(...bins.map(errorOf)),
    binOf,
  };
}
