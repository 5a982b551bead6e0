import type { ShiftedBook } from '../contract/shiftedBook.ts';
import { type Counted, eachCell } from './Counted.ts';

/** How many accounts, and how much revenue, one of those in hand stands for: above 1 for a sample. */
export interface StandsFor {
  accounts: number;
  revenue: number;
}

/** The book that a joint table holds, or of it one segment. Groups of the table are the baseline's bands, withheld last. */
export function shiftedBookOf(
  counted: Counted,
  { accounts: each, revenue: perMoney }: StandsFor,
  segment: number | null = null,
): ShiftedBook {
  const { table, bins } = counted;
  const edges = [...bins.edges.filter((edge) => edge < 100), 100];
  const none = () => Array.from({ length: table.groups }, () => Array<number>(table.bands + 1).fill(0));
  const book: ShiftedBook = {
    accounts: 0,
    revenue: 0,
    edges,
    binAccounts: Array<number>(edges.length - 1).fill(0),
    binRevenue: Array<number>(edges.length - 1).fill(0),
    migrationAccounts: none(),
    migrationRevenue: none(),
    mean: null,
  };
  let scored = 0;
  eachCell(counted, (cell) => {
    if (segment !== null && cell.segment !== segment) return;
    const [accounts, revenue] = [cell.accounts * each, cell.revenue * perMoney];
    book.accounts += accounts;
    book.revenue += revenue;
    book.migrationAccounts[cell.group]![cell.band]! += accounts;
    book.migrationRevenue[cell.group]![cell.band]! += revenue;
    if (cell.bin === null) return;
    const bin = Math.min(cell.bin, edges.length - 2);
    book.binAccounts[bin]! += accounts;
    book.binRevenue[bin]! += revenue;
    scored += cell.accounts;
  });
  const rowsOfSegment = table.groups * table.bands;
  const points = segment === null ? table.points : table.points.subarray(segment * rowsOfSegment, (segment + 1) * rowsOfSegment);
  return { ...book, accounts: Math.round(book.accounts), mean: scored === 0 ? null : points.reduce((sum, one) => sum + one, 0) / scored };
}
