import type { Model } from '../model/model.ts';
import { bandTolerance } from '../scoring/bandOf.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import type { ModelColumns } from './ModelColumns.ts';

/** The band of each observation by its score (before caps); the number of bands where it is withheld. */
export function bandRows(model: Model, { segment, scoreCeiling, bandCeiling }: ModelColumns, scores: Float32Array): Uint16Array {
  const cuts = [...model.segments, null].map((one) => segmentModel(model, one).cuts);
  const bands = new Uint16Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    const score = scoreCeiling ? Math.min(scores[row]!, scoreCeiling[row]!) : scores[row]!;
    if (Number.isNaN(score)) bands[row] = model.bands.length;
    else {
      let band = 0;
      for (const cut of cuts[segment[row]!]!) if (score >= cut - bandTolerance) band += 1;
      bands[row] = bandCeiling ? Math.min(band, bandCeiling[row]!) : band;
    }
  }
  return bands;
}
