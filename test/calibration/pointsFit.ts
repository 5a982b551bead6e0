import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReference } from '../datasets/readReference.ts';
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

/** Telco's eight columns and its outcome. */
export function readTelco() {
  const rows = readReference(join(shelf, 'telco_ibm/telco_customer_churn.csv'));
  const months: Record<string, number> = { 'Month-to-month': 1, 'One year': 12, 'Two year': 24 };
  const values = (column: string) => {
    if (column === 'contract_months') return rows.map((row) => months[row.Contract!]!);
    if (column.endsWith('_yes')) return rows.map((row) => (row[column.replace('_yes', '')] === 'Yes' ? 1 : 0));
    return rows.map((row) => Number(row[column]));
  };
  return {
    values,
    rows: {
      outcomes: Uint8Array.from(rows, (row) => (row.Churn === 'Yes' ? 1 : 0)),
      accounts: Uint32Array.from(rows.keys()),
      asOf: new Int32Array(rows.length),
    },
  };
}

/** RavenStack's six quarter-ends: its columns, its outcome, accounts and dates. */
export function readRavenstack() {
  const rows = readReference(join(shelf, 'ravenstack/snapshots.csv'));
  const accounts = [...new Set(rows.map((row) => row.account_id!))];
  const number = (text: string) => (text === '' ? Number.NaN : Number(text));
  return {
    values: (column: string) => rows.map((row) => number(row[column]!)),
    dates: rows.map((row) => row.snapshot_date!),
    rows: {
      outcomes: Uint8Array.from(rows, (row) => Number(row.churned_next_90d)),
      accounts: Uint32Array.from(rows, (row) => accounts.indexOf(row.account_id!)),
      asOf: Int32Array.from(rows, (row) => Date.parse(row.snapshot_date!) / 86_400_000),
    },
  };
}
