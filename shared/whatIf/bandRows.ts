import type { Model } from '../model/model.ts';
import { bandOf } from '../scoring/bandOf.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import type { ModelColumns } from './ModelColumns.ts';

/** The band of each observation by its score (before caps); the number of bands where it is withheld. */
export function bandRows(model: Model, { segment, scoreCeiling, bandCeiling }: ModelColumns, scores: Float32Array): Uint16Array {
  const cuts = [...model.segments, null].map((one) => segmentModel(model, one).cuts);
  return Uint16Array.from(scores, (score, row) => {
    if (Number.isNaN(score)) return model.bands.length;
    const band = bandOf(cuts[segment[row]!]!, Math.min(score, scoreCeiling?.[row] ?? 100));
    return Math.min(band, bandCeiling?.[row] ?? band);
  });
}
