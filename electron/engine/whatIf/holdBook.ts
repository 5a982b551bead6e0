import type { ScoreOutline } from '../../../shared/contract/shiftedBook.ts';
import { countScores } from '../../../shared/whatIf/countScores.ts';
import { shiftedBookOf } from '../../../shared/whatIf/shiftedBookOf.ts';
import type { Before } from '../../../shared/whatIf/topMovers.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { type BeforeRows, beforeRows } from './beforeRows.ts';
import type { HoldContext } from './HoldContext.ts';
import { holdRows, inSegment, type RowsInHand, revenueOf } from './holdRows.ts';
import { modelColumns } from './modelColumns.ts';
import type { RowSet } from './RowSet.ts';

/** The rows of a book with a control in hand, and what they move away from. */
export interface BookInHand extends RowsInHand {
  rows: RowSet;
  before: Before;
  outline: ScoreOutline | null;
}

/** Joint table: the baseline's bands, withheld last; bins of one point. */
export async function holdBook(
  rows: RowSet,
  { definition }: Pick<ObservationTable, 'definition'>,
  context: HoldContext,
): Promise<BookInHand> {
  const { draft, baseline, control, only, columnOf, options } = context;
  const columns = await modelColumns(rows, draft, columnOf, options);
  const before = await beforeRows(rows, baseline, { model: draft, columns }, columnOf, options);
  const group = inSegment(before.bands, columns.segment, only);
  const parted = { group, groups: before.ranks.length, cellsPerPoint: 1 };
  const inHand = await holdRows(rows, { model: draft, columns }, control, definition, parted, options);
  const { scores } = before;
  const places = inHand.hand.arrangement.rows;
  return {
    ...inHand,
    rows,
    before: { scores: Float32Array.from(places, (row) => finalScore(before, row)), ranks: before.ranks },
    outline: scores && outlineOf(before, scores, await revenueOf(rows, options), group, inHand),
  };
}

/** After caps; NaN where withheld, or for given bands. */
function finalScore({ scores, columns: { scoreCeiling } }: BeforeRows, row: number): number {
  const score = scores?.[row] ?? Number.NaN;
  return scoreCeiling ? Math.min(score, scoreCeiling[row]!) : score;
}

function outlineOf(
  { model, columns }: BeforeRows,
  scores: Float32Array,
  revenue: Float32Array,
  group: Uint16Array,
  { standsFor }: RowsInHand,
): ScoreOutline {
  const counted = countScores(model, columns, scores, revenue, { group, groups: model.bands.length + 1 }, 1);
  const { edges, binAccounts, binRevenue, mean } = shiftedBookOf(counted, standsFor);
  return { edges, accounts: binAccounts, revenue: binRevenue, mean };
}
