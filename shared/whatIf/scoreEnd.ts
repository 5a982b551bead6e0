import type { Model } from '../model/model.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import { type Arrangement, rangeOfSegment } from './Arrangement.ts';
import { blocksOf } from './blocksOf.ts';
import type { PointsOf } from './ModelColumns.ts';
import { blockRows } from './NodeSums.ts';
import { scoreRows } from './scoreRows.ts';
import type { WeightColumns } from './WeightColumns.ts';

/**
 * Scores at an end of a weight's movement, where nodes drop out of the tree: the columns' own where the parent still counts there, else the
 * observation is scored anew.
 * @param model the draft with the weight at that end
 * @param position p and q there: one of them is 0
 * @param wanted segments; scores of others are 0
 */
export function scoreEnd(
  model: Model,
  columns: WeightColumns,
  { p, q }: { p: number; q: number },
  points: PointsOf,
  arrangement: Arrangement,
  wanted: (segment: number) => boolean,
): Float32Array {
  const scores = new Float32Array(arrangement.rows.length);
  const block = new Float64Array(blockRows);
  for (const [place, segment] of [...model.segments, null].entries()) {
    if (!wanted(place)) continue;
    const { from, to } = rangeOfSegment(arrangement, place);
    for (const range of blocksOf(from, to)) {
      columns.fill(range, p, q, block);
      scores.set(block.subarray(0, range.to - range.from), range.from);
    }
    const open = columns.openAt({ from, to }, p, q);
    const anew = scoreRows(
      segmentModel(model, segment),
      points,
      open.map((entry) => arrangement.rows[entry]!),
    );
    for (let entry = 0; entry < open.length; entry++) scores[open[entry]!] = anew[entry]!;
  }
  return scores;
}
