import type { Model } from '../model/model.ts';
import { coverageTolerance } from '../scoring/scoreObservation.ts';
import { weightedTree } from '../scoring/weightedTree.ts';
import { blocksOf } from './blocksOf.ts';
import { GroupOnRows } from './GroupOnRows.ts';
import type { PointsOf } from './ModelColumns.ts';
import { rescaling } from './rescaling.ts';

/**
 * Scores of the observations `rows` by a model without segments (`segmentModel`), rescaled, before caps, in the order of `rows`;
 * NaN where the score is withheld. The rules are those of `scoreObservation`; points are 32-bit.
 */
export function scoreRows(model: Model, points: PointsOf, rows: Uint32Array): Float32Array {
  const scores = new Float32Array(rows.length).fill(Number.NaN);
  const tree = weightedTree(model);
  if (!tree) return scores;
  const root = new GroupOnRows(tree, points);
  const least = model.minimumCoverage - coverageTolerance;
  const { times, from } = rescaling(model);
  for (const range of blocksOf(0, rows.length)) {
    const { sum, weight, known, withheld } = root.sum(rows, range);
    for (let row = range.from, place = 0; row < range.to; row++, place++) {
      if (weight[place]! > 0 && known[place]! >= least && withheld[place] === 0)
        scores[row] = Math.min(100, Math.max(0, times * (sum[place]! / weight[place]! - from)));
    }
  }
  return scores;
}
