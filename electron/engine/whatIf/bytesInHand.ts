import type { Before } from '../../../shared/whatIf/topMovers.ts';
import type { RowsInHand } from './holdRows.ts';

/** What rows in hand hold: the control's columns, the places of the rows, their revenue and where they were. */
export function bytesInHand({ held, hand: { arrangement, revenue }, before }: RowsInHand & { before?: Before }): number {
  const { rows, ascending, places } = arrangement;
  const columns = [rows, ascending, places, revenue, ...(before ? [before.scores] : [])];
  return columns.reduce((sum, { byteLength }) => sum + byteLength, held.bytes);
}
