import type { Interval } from './Estimate.ts';
import { mean } from './moments.ts';
import { student95, studentPValue } from './studentT.ts';
import type { Warning } from './warning.ts';

/** A panel, column by column: one number of an account in a period. */
export interface Panel {
  values: ArrayLike<number>;
  /** A whole number from 0 for each account. */
  accounts: ArrayLike<number>;
  treated: ArrayLike<number>;
  /** 1 in periods after the treatment began. */
  post: ArrayLike<number>;
}

/** Mean and size of one of the four cells. */
export interface PanelCell {
  n: number;
  mean: number;
}

/** What the treated gained beyond the others. */
export interface DifferenceInDifferences {
  value: number;
  /** By account; null, with t, p and interval, below five accounts. */
  standardError: number | null;
  t: number | null;
  p: number | null;
  interval: Interval | null;
  accounts: number;
  cells: { treatedBefore: PanelCell; treatedAfter: PanelCell; othersBefore: PanelCell; othersAfter: PanelCell };
  warnings: Warning[];
}

/**
 * Difference in differences of a panel: the interaction of y ~ post · treated, with standard errors summed by account (CR1: G/(G-1) · (N-1)/(N-4)) and
 * Student's t with G - 1 degrees of freedom (Bertrand, Duflo and Mullainathan 2004; Cameron and Miller 2015). Equals statsmodels
 * `cov_type='cluster', use_t=True`. Missing values (NaN) are left out. Null when a cell is empty.
 */
export function differenceInDifferences({ values, accounts, treated, post }: Panel): DifferenceInDifferences | null {
  const rows = Array.from({ length: values.length }, (_, row) => row).filter((row) => !Number.isNaN(values[row]));
  const cellOf = (row: number) => 2 * treated[row]! + post[row]!;
  const byCell = [0, 1, 2, 3].map((cell) => rows.filter((row) => cellOf(row) === cell).map((row) => values[row]!));
  if (byCell.some((cell) => cell.length === 0)) return null;
  const [othersBefore, othersAfter, treatedBefore, treatedAfter] = byCell.map((cell) => ({ n: cell.length, mean: mean(cell) })) as [
    PanelCell,
    PanelCell,
    PanelCell,
    PanelCell,
  ];
  const cells = { treatedBefore, treatedAfter, othersBefore, othersAfter };
  const value = treatedAfter.mean - treatedBefore.mean - (othersAfter.mean - othersBefore.mean);
  const signed = [othersBefore, othersAfter, treatedBefore, treatedAfter].map((cell, index) => ({ ...cell, sign: [1, -1, -1, 1][index]! }));
  const sums = new Map<number, number>();
  for (const row of rows) {
    const cell = signed[cellOf(row)]!;
    sums.set(accounts[row]!, (sums.get(accounts[row]!) ?? 0) + (cell.sign * (values[row]! - cell.mean)) / cell.n);
  }
  const [groups, n] = [sums.size, rows.length];
  const found = { value, accounts: groups, cells, warnings: groups < 20 ? (['FEW_CLUSTERS'] satisfies Warning[]) : [] };
  const squares = [...sums.values()].reduce((sum, one) => sum + one * one, 0);
  if (groups < 5 || n <= 4 || squares === 0) return { ...found, standardError: null, t: null, p: null, interval: null };
  const standardError = Math.sqrt(((squares * groups) / (groups - 1)) * ((n - 1) / (n - 4)));
  const t = value / standardError;
  const half = student95(groups - 1) * standardError;
  return { ...found, standardError, t, p: studentPValue(t, groups - 1), interval: [value - half, value + half] };
}
