import type { Model } from '../model/model.ts';
import { arrange } from './Arrangement.ts';
import type { ModelColumns } from './ModelColumns.ts';
import { scoreArranged } from './scoreArranged.ts';

/** Scores of all observations in the order of their columns, before caps; NaN where withheld. */
export function scoreColumns(model: Model, columns: ModelColumns): Float32Array {
  const arrangement = arrange(model, columns, { group: new Uint16Array(columns.count), groups: 1 });
  const arranged = scoreArranged(model, columns.points, arrangement);
  const scores = new Float32Array(columns.count);
  for (let place = 0; place < arranged.length; place++) scores[arrangement.rows[place]!] = arranged[place]!;
  return scores;
}
