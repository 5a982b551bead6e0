import type { CalibrationRows } from '../../shared/calibration/CalibrationRows.ts';
import { seededRandom } from '../../shared/stats/seededRandom.ts';

/** How a book is made up. */
export interface SimulatedBook {
  seed: number;
  rows: number;
  /** logit P(bad) = 1 - sum of theta x points / 100: what a fit should find; a metric each. */
  trueTheta: readonly number[];
  /** Metrics of pure noise beside them. */
  noise: number;
  /** Observations an account has, a quarter apart. */
  dates?: number;
  intercept?: number;
}

/** Points of independent metrics, and an outcome that follows from them and nothing else. */
export function simulatedBook({ seed, rows, trueTheta, noise, dates = 1, intercept }: SimulatedBook): {
  columns: Float64Array[];
  rows: CalibrationRows;
} {
  const random = seededRandom(seed);
  const columns = Array.from({ length: trueTheta.length + noise }, () => Float64Array.from({ length: rows }, () => 100 * random()));
  const middle = intercept ?? trueTheta.reduce((sum, theta) => sum + theta / 2, 0) - 1;
  const outcomes = Uint8Array.from({ length: rows }, (_, row) => {
    const logit = trueTheta.reduce((sum, theta, index) => sum - (theta * columns[index]![row]!) / 100, middle);
    return random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
  });
  return {
    columns,
    rows: {
      outcomes,
      accounts: Uint32Array.from({ length: rows }, (_, row) => Math.floor(row / dates)),
      asOf: Int32Array.from({ length: rows }, (_, row) => 20_000 + 91 * (row % dates)),
    },
  };
}
