import { leavesOf } from '../../../shared/model/model.ts';
import { leftOut } from '../../../shared/whatIf/Arrangement.ts';
import type { Hand } from '../../../shared/whatIf/Hand.ts';
import { type HeldControl, holdControl } from '../../../shared/whatIf/holdControl.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import type { Footing } from './Footing.ts';
import type { HoldContext } from './HoldContext.ts';
import { metricValues } from './metricValues.ts';
import type { RowSet } from './RowSet.ts';

/** Rows with a control of the draft in hand. */
export interface RowsInHand {
  hand: Hand;
  held: HeldControl;
}

/** @throws Failure `node-unknown`, `segment-unknown`, `weight-not-movable`, `cancelled` */
export async function holdRows(
  rows: RowSet,
  columns: ModelColumns,
  { arrangement, revenue }: Footing,
  { definition }: Pick<ObservationTable, 'definition'>,
  { draft, control, options }: HoldContext,
  { cellsPerPoint, given }: Pick<Hand, 'cellsPerPoint' | 'given'>,
): Promise<RowsInHand> {
  const metric = control.kind === 'leaf' ? leavesOf(draft.dimensions).find(({ id }) => id === control.leaf)?.metric : undefined;
  const values = metric === undefined ? null : await metricValues(rows, definition, metric, options);
  return {
    hand: { arrangement, revenue, bands: draft.bands.length, cellsPerPoint, given, counted: new Map() },
    held: holdControl(draft, control, columns.points, arrangement, values),
  };
}

/** The groups of the rows of one segment of the draft; all other rows are left out. */
export function inSegment(group: Uint16Array, segments: Uint16Array, only: number | null): Uint16Array {
  return only === null ? group : group.map((own, row) => (segments[row] === only ? own : leftOut));
}
