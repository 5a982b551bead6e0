import type { Model } from '../model/model.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import { arrange } from './Arrangement.ts';
import type { Counted } from './Counted.ts';
import { gather } from './gather.ts';
import { countTable } from './Hand.ts';
import type { ModelColumns } from './ModelColumns.ts';

/** Scores of a model (before caps, in the order of the columns) as a joint table, by `group`. */
export function countScores(
  model: Model,
  columns: ModelColumns,
  scores: Float32Array,
  revenue: Float32Array,
  by: { group: Uint16Array; groups: number },
  cellsPerPoint: number,
): Counted {
  const arrangement = arrange(model, columns, by);
  const arranged = gather(scores, arrangement.rows);
  const hand = {
    arrangement,
    revenue: gather(revenue, arrangement.rows),
    bands: model.bands.length,
    cellsPerPoint,
    given: null,
    counted: new Map(),
  };
  const segments = [...model.segments, null];
  return countTable(hand, {
    still: segments.map(() => false),
    cuts: segments.map((segment) => segmentModel(model, segment).cuts),
    fill: (_, { from, to }, into) => into.set(arranged.subarray(from, to)),
  });
}
