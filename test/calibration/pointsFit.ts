import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shelf } from '../datasets/shelf.ts';

/** What a reference fit was made of, and what it gave (numpy 1.24 and scipy 1.10, `points_fit` of the shelf). */
export interface PointsFit {
  columns: string[];
  signs: number[];
  lam: number;
  unit_lo: number[];
  unit_hi: number[];
  free: { theta: number[]; b0: number; weights: number[]; objective: number; auc: number };
  bounded: { theta: number[]; b0: number; weights: number[]; objective: number; auc: number; w_min: number[]; w_max: number[] };
}

export function readPointsFit(set: 'telco_ibm' | 'ravenstack'): PointsFit[] {
  const reference = JSON.parse(readFileSync(join(shelf, set, 'reference.json'), 'utf8'));
  return [reference.points_fit ?? reference.points_fit_panel].flat();
}

/** The columns of a reference fit as points 0..100, healthier = higher, NaN where missing. */
export function pointsOfFit(fit: PointsFit, values: (column: string) => readonly number[]): Float64Array[] {
  return fit.columns.map((column, index) => {
    const [low, high] = [fit.unit_lo[index]!, fit.unit_hi[index]!];
    return Float64Array.from(values(column), (value) => {
      const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
      return 100 * (fit.signs[index]! > 0 ? 1 - share : share);
    });
  });
}
