import { bandTolerance } from '../scoring/bandOf.ts';
import type { JointTable } from './JointTable.ts';
import type { ScoreBins } from './ScoreBins.ts';

/**
 * Counts a block into one row of the table: `scores[i]` (NaN = withheld) is the score of the observation whose revenue is
 * `revenue[from + i]`; it counts as 0 or as `ceiling` where it lies outside them.
 */
export function tally(
  scores: Float64Array,
  revenue: Float32Array,
  { from, to }: { from: number; to: number },
  { bins, ceiling, row }: { bins: ScoreBins; ceiling: number; row: number },
  table: JointTable,
): void {
  const { first, limits, cellsPerPoint } = bins;
  const { accounts, revenue: money, columns } = table;
  const start = row * columns;
  const withheld = start + columns - 1;
  let points = 0;
  for (let place = 0, entry = from; entry < to; place++, entry++) {
    const found = scores[place]!;
    if (Number.isNaN(found)) {
      accounts[withheld]! += 1;
      money[withheld]! += revenue[entry]!;
      continue;
    }
    const score = found > ceiling ? ceiling : found < 0 ? 0 : found;
    points += score;
    const shifted = score + bandTolerance;
    let bin = first[(shifted * cellsPerPoint) | 0]!;
    while (shifted >= limits[bin]!) bin++;
    accounts[start + bin]! += 1;
    money[start + bin]! += revenue[entry]!;
  }
  table.points[row]! += points;
}
