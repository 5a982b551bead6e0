import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import { leavesOf, type Model } from '../../../shared/model/model.ts';
import { arrange, leftOut } from '../../../shared/whatIf/Arrangement.ts';
import type { Hand } from '../../../shared/whatIf/Hand.ts';
import { type HeldControl, holdControl } from '../../../shared/whatIf/holdControl.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import type { StandsFor } from '../../../shared/whatIf/shiftedBookOf.ts';
import type { RunOptions } from '../database/Database.ts';
import { metricValues } from './metricValues.ts';
import type { RowColumn, RowSet } from './RowSet.ts';

/** Rows with a control of the draft in hand. */
export interface RowsInHand {
  hand: Hand;
  held: HeldControl;
  standsFor: StandsFor;
}

/** How rows are parted in their joint table. */
export interface Parted {
  group: Uint16Array;
  groups: number;
  cellsPerPoint: number;
}

/** @throws Failure `node-unknown`, `segment-unknown`, `weight-not-movable`, `cancelled` */
export async function holdRows(
  rows: RowSet,
  { model, columns }: { model: Model; columns: ModelColumns },
  control: Control,
  definition: Definition,
  { group, groups, cellsPerPoint }: Parted,
  options: RunOptions,
): Promise<RowsInHand> {
  const revenue = await revenueOf(rows, options);
  const metric = control.kind === 'leaf' ? leavesOf(model.dimensions).find(({ id }) => id === control.leaf)?.metric : undefined;
  const values = metric === undefined ? null : await metricValues(rows, definition, metric, options);
  const arrangement = arrange(model, columns, { group, groups });
  const held = holdControl(model, control, columns.points, arrangement, values);
  const own = Float32Array.from(arrangement.rows, (row) => revenue[row]!);
  return {
    hand: { arrangement, revenue: own, bands: model.bands.length, cellsPerPoint, counted: new Map() },
    held,
    standsFor: standsFor(rows, revenue),
  };
}

const revenueColumn: RowColumn<'real'> = { type: 'real', sql: 'coalesce(revenue, 0)' };

/** Revenue of every row, 0 where it is unknown. */
export async function revenueOf(rows: RowSet, options: RunOptions): Promise<Float32Array> {
  await rows.read([revenueColumn], options);
  return rows.column(revenueColumn);
}

/** What a row of a sample stands for; 1 where all rows are held. */
function standsFor({ count, total }: RowSet, revenue: Float32Array): StandsFor {
  if (count === total.rows) return { accounts: 1, revenue: 1 };
  const held = revenue.reduce((sum, one) => sum + one, 0);
  return { accounts: total.rows / count, revenue: held === 0 ? 1 : total.revenue / held };
}

/** The groups of the rows of one segment of the draft; all other rows are left out. */
export function inSegment(group: Uint16Array, segments: Uint16Array, only: number | null): Uint16Array {
  return only === null ? group : group.map((own, row) => (segments[row] === only ? own : leftOut));
}
