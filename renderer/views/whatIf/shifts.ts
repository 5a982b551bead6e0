import { matchBands } from '../../../shared/comparison/matchBands.ts';
import type { MoverKind } from '../../../shared/contract/mover.ts';
import type { ShiftedBook } from '../../../shared/contract/shiftedBook.ts';
import type { Band } from '../../../shared/model/model.ts';
import { withheldBand } from '../../../shared/scoring/bandOf.ts';
import type { Measure } from '../../charts/describeBook.ts';
import { withheldName } from '../book/bookNames.ts';

/** The bands of the baseline and of the draft, from worst to best: the rows and columns of a migration. A given score is read by the draft's. */
export interface Sides {
  before: readonly Band[];
  after: readonly Band[];
}

/** A place of the migration: a band, or the withheld scores. */
export interface Place {
  id: string;
  name: string;
  /** Null: withheld. */
  band: Band | null;
}

/** A band under the draft and under the baseline. `before` is null when the baseline has no such band. */
export interface BandShift {
  place: Place;
  accounts: { before: number | null; after: number };
  revenue: { before: number | null; after: number };
}

/** Accounts that get worse and better by band. */
export interface Movement {
  worse: Amount;
  better: Amount;
}

export interface Amount {
  accounts: number;
  revenue: number;
}

/** The bands of a model from worst to best, then the withheld scores: the rows or the columns of a migration. */
export function placesOf(bands: readonly Band[]): Place[] {
  return [...bands.map((band) => ({ id: band.id, name: band.name, band })), { id: withheldBand, name: withheldName, band: null }];
}

/** Each of the draft's bands with what it holds now and what its counterpart in the baseline held. */
export function bandShifts(book: ShiftedBook, baseline: readonly Band[], draft: readonly Band[]): BandShift[] {
  const counterparts = rowsOf(baseline, draft);
  const total = (matrix: number[][], column: number) => sum(matrix.map((row) => row[column]!));
  const row = (matrix: number[][], place: number) => (place < 0 ? null : sum(matrix[place]!));
  return placesOf(draft).map((place, index) => {
    const before = counterparts.indexOf(index);
    return {
      place,
      accounts: { before: row(book.migrationAccounts, before), after: total(book.migrationAccounts, index) },
      revenue: { before: row(book.migrationRevenue, before), after: total(book.migrationRevenue, index) },
    };
  });
}

/** Whether a cell of the migration is a step down, a step up, or neither (the same band, or one without a rank). */
export function directionOf(baseline: readonly Band[], draft: readonly Band[], row: number, column: number): -1 | 0 | 1 {
  const rank = rowsOf(baseline, draft)[row];
  if (rank === null || rank === undefined || rank === draft.length || column === draft.length) return 0;
  return column < rank ? -1 : column > rank ? 1 : 0;
}

/** How many accounts, with what revenue, go down or up by band. Withheld scores are neither. */
export function movementOf(book: ShiftedBook, baseline: readonly Band[], draft: readonly Band[]): Movement {
  const movement: Movement = { worse: { accounts: 0, revenue: 0 }, better: { accounts: 0, revenue: 0 } };
  for (const [row, cells] of book.migrationAccounts.entries()) {
    for (const [column, accounts] of cells.entries()) {
      const direction = directionOf(baseline, draft, row, column);
      if (direction === 0) continue;
      const side = direction < 0 ? movement.worse : movement.better;
      side.accounts += accounts;
      side.revenue += book.migrationRevenue[row]![column]!;
    }
  }
  return movement;
}

/** How many movers there are of the kinds that a migration tells; of the others nothing. */
export function moverCounts(book: ShiftedBook, baseline: readonly Band[], draft: readonly Band[]): Partial<Record<MoverKind, number>> {
  const ranks = rowsOf(baseline, draft);
  const counted = (moves: (from: number | null, to: number) => boolean) =>
    sum(book.migrationAccounts.flatMap((cells, row) => cells.filter((_, column) => moves(ranks[row]!, column))));
  const best = draft.length - 1;
  return {
    'newly-worst': counted((from, to) => to === 0 && from !== 0),
    'newly-best': counted((from, to) => to === best && from !== best),
    crossing: counted((from, to) => from !== to),
  };
}

/** What of the whole book each place holds, 0..1; null where there is nothing to take a share of. */
export function shareOf(shift: BandShift, book: ShiftedBook, measure: Measure): { before: number | null; after: number | null } {
  const whole = book[measure];
  const { before, after } = shift[measure];
  return whole > 0 ? { before: before === null ? null : before / whole, after: after / whole } : { before: null, after: null };
}

/** For each row of the migration its column among the draft's places; withheld stands for itself. */
function rowsOf(baseline: readonly Band[], draft: readonly Band[]): (number | null)[] {
  return [...matchBands(baseline, draft), draft.length];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
