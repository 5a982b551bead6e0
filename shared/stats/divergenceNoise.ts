import { chiSquareQuantile } from './chiSquare.ts';

/**
 * What a symmetric divergence over B cells reads when nothing differs: (1/N + 1/M) times a chi-square variable with B - 1 degrees of freedom
 * (Yurdakul 2018), its mean and the line that 95 % stay below. Zero for a single cell.
 */
export function divergenceNoise(cells: number, n: number, m: number): { mean: number; line: number } {
  const scale = 1 / n + 1 / m;
  return cells < 2 ? { mean: 0, line: 0 } : { mean: (cells - 1) * scale, line: chiSquareQuantile(0.95, cells - 1) * scale };
}
