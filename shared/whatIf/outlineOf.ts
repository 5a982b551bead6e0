import type { ScoreOutline, ShiftedBook } from '../contract/shiftedBook.ts';

/** How the scores of a book lie. */
export function outlineOf({ edges, binAccounts, binRevenue, mean }: ShiftedBook): ScoreOutline {
  return { edges, accounts: binAccounts, revenue: binRevenue, mean };
}
