import { type Leaf, leavesOf, type Model } from '../../../shared/model/model.ts';
import { pointsOf } from '../../../shared/scoring/pointsOf.ts';
import { segmentModel } from '../../../shared/scoring/segmentModel.ts';
import type { ObservationOptions } from '../observations/ObservationTable.ts';
import type { EvidenceRows } from './EvidenceRows.ts';
import { metricCategories, metricNumbers } from './metricColumns.ts';
import { rowScores } from './rowScores.ts';

/** Points that a model's curves give each leaf's metric, those of a row's segment where it has its own; NaN = missing. Before any missing policy. */
export async function leafPoints(rows: EvidenceRows, model: Model, options: ObservationOptions): Promise<(leaf: Leaf) => Float64Array> {
  const { segment } = await rowScores(rows, { kind: 'model', name: model.name, model }, null, options);
  const ways = [...model.segments, null].map(
    (one) => new Map(leavesOf(segmentModel(model, one).dimensions).map(({ id, curve }) => [id, curve])),
  );
  const points = new Map<string, Float64Array>();
  for (const leaf of leavesOf(model.dimensions)) {
    const curves = ways.map((way) => way.get(leaf.id)!);
    if (leaf.curve.kind === 'categories') {
      const { codes, names } = await metricCategories(rows, leaf.metric, options);
      const given = curves.map((curve) => names.map((name) => pointsOf(curve, name) ?? Number.NaN));
      points.set(
        leaf.id,
        codes.map((code, row) => (Number.isNaN(code) ? code : given[segment[row]!]![code]!)),
      );
      continue;
    }
    const [values] = await metricNumbers(rows, [leaf.metric], options);
    points.set(
      leaf.id,
      values!.map((value, row) => pointsOf(curves[segment[row]!]!, value) ?? Number.NaN),
    );
  }
  return ({ id }) => points.get(id)!;
}
