import type { ScoreOutline } from '../../../shared/contract/shiftedBook.ts';
import { countScores } from '../../../shared/whatIf/countScores.ts';
import { gather } from '../../../shared/whatIf/gather.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import { type StandsFor, shiftedBookOf } from '../../../shared/whatIf/shiftedBookOf.ts';
import type { Before } from '../../../shared/whatIf/topMovers.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { type BeforeRows, beforeRows, isGivenScore } from './beforeRows.ts';
import { type Footing, Footings, footingOf, revenueOf } from './Footing.ts';
import type { HoldContext } from './HoldContext.ts';
import { holdRows, inSegment, type RowsInHand } from './holdRows.ts';
import { modelColumns } from './modelColumns.ts';
import { type RowSet, rowNumber } from './RowSet.ts';

/** A book before anything moves. */
interface BookFooting extends Footing {
  before: Before;
  standsFor: StandsFor;
  /** How the baseline's scores lie; null for given bands. */
  outline: ScoreOutline | null;
}

/** A book with a control in hand. */
export interface BookInHand extends RowsInHand, BookFooting {
  rows: RowSet;
}

const footings = new Footings<BookFooting>();

/** Joint table: the baseline's bands, withheld last; bins of one point. */
export async function holdBook(
  rows: RowSet,
  observations: Pick<ObservationTable, 'definition'>,
  context: HoldContext,
): Promise<BookInHand> {
  // Row numbers are for the movers at rest.
  const columns = await modelColumns(rows, context.draft, context.columnOf, context.options, [rowNumber]);
  const footing = await footings.get(rows, context, () => footingOfBook(rows, columns, context));
  const given = context.control.kind === 'cuts' && isGivenScore(context.baseline) ? footing.before.scores : null;
  return { ...footing, ...(await holdRows(rows, columns, footing, observations, context, { cellsPerPoint: 1, given })), rows };
}

async function footingOfBook(rows: RowSet, columns: ModelColumns, context: HoldContext): Promise<BookFooting> {
  const { draft, baseline, only, columnOf, options } = context;
  const revenue = await revenueOf(rows, options);
  const before = await beforeRows(rows, baseline, { model: draft, columns }, columnOf, options);
  const footing = footingOf(draft, columns, { group: before.bands, groups: before.ranks.length }, revenue);
  const each = standsFor(rows, revenue);
  const sliced = inSegment(before.bands, columns.segment, only);
  return {
    ...footing,
    before: { scores: gather(finalScores(before), footing.arrangement.rows), ranks: before.ranks },
    standsFor: each,
    outline: before.scores && outlineOf(before, before.scores, revenue, sliced, each),
  };
}

/** After caps; NaN where withheld, or for given bands. */
function finalScores({ scores, bands, columns: { scoreCeiling } }: BeforeRows): Float32Array {
  if (!scores) return new Float32Array(bands.length).fill(Number.NaN);
  return scoreCeiling ? scores.map((score, row) => Math.min(score, scoreCeiling[row]!)) : scores;
}

/** What a row of a sample stands for; 1 where all rows are held. */
function standsFor({ count, total }: RowSet, revenue: Float32Array): StandsFor {
  if (count === total.rows) return { accounts: 1, revenue: 1 };
  const held = revenue.reduce((sum, one) => sum + one, 0);
  return { accounts: total.rows / count, revenue: held === 0 ? 1 : total.revenue / held };
}

function outlineOf(
  { model, columns }: BeforeRows,
  scores: Float32Array,
  revenue: Float32Array,
  group: Uint16Array,
  standsFor: StandsFor,
): ScoreOutline {
  const counted = countScores(model, columns, scores, revenue, { group, groups: model.bands.length + 1 }, 1);
  const { edges, binAccounts, binRevenue, mean } = shiftedBookOf(counted, standsFor);
  return { edges, accounts: binAccounts, revenue: binRevenue, mean };
}
