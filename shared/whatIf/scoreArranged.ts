import type { Model } from '../model/model.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import { type Arrangement, rangeOfSegment } from './Arrangement.ts';
import type { PointsOf } from './ModelColumns.ts';
import { scoreRows } from './scoreRows.ts';

/** Scores of arranged observations, each by its segment's model; NaN where withheld, before caps. Of segments not `wanted`: 0. */
export function scoreArranged(
  model: Model,
  points: PointsOf,
  arrangement: Arrangement,
  wanted: (segment: number) => boolean = () => true,
): Float32Array {
  const scores = new Float32Array(arrangement.rows.length);
  for (const [place, segment] of [...model.segments, null].entries()) {
    if (!wanted(place)) continue;
    const { from, to } = rangeOfSegment(arrangement, place);
    const own = scoreRows(segmentModel(model, segment), points, arrangement.ascending.subarray(from, to));
    for (let entry = 0; entry < own.length; entry++) scores[arrangement.places[from + entry]!] = own[entry]!;
  }
  return scores;
}
