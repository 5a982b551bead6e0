import type { Control } from '../contract/whatIfCalls.ts';
import { Failure } from '../failure.ts';
import { leavesOf, type Model } from '../model/model.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import type { Arrangement } from './Arrangement.ts';
import { fillLeafColumns } from './fillLeafColumns.ts';
import type { Held } from './Held.ts';
import { LeafColumns } from './LeafColumns.ts';
import { MetricPoints } from './MetricPoints.ts';
import type { MetricValues } from './MetricValues.ts';
import type { PointsOf } from './ModelColumns.ts';
import { scoreArranged } from './scoreArranged.ts';
import { segmentNamed } from './segmentNamed.ts';

/**
 * Takes curve and missing policy of a metric in hand: only that metric's points are made anew. The policy is the base's, for all segments.
 * @throws Failure `node-unknown`, `segment-unknown`; `position-invalid` when a curve is not for the metric's values
 */
export function holdLeaf(
  draft: Model,
  control: Extract<Control, { kind: 'leaf' }>,
  points: PointsOf,
  arrangement: Arrangement,
  values: MetricValues,
): Held<'leaf'> {
  const models = [...draft.segments, null].map((segment) => segmentModel(draft, segment));
  const metric = new MetricPoints(values, arrangement.rows);
  const columns = new LeafColumns(arrangement.rows.length);
  const matters = models.map((model, place) => fillLeafColumns(columns, model, control.leaf, points, arrangement, place));
  const resting = scoreArranged(draft, points, arrangement, (segment) => !matters[segment]);
  return moving({ draft, control, metric, columns, matters, resting });
}

interface Prepared {
  draft: Model;
  control: Extract<Control, { kind: 'leaf' }>;
  metric: MetricPoints;
  columns: LeafColumns;
  /** By segment: whether the metric is part of its score. */
  matters: readonly boolean[];
  /** Scores of the segments to which it is not. */
  resting: Float32Array;
}

/** Apart from the preparation, so that what moves does not hold on to the points of every metric. */
function moving({ draft, control, metric, columns, matters, resting }: Prepared): Held<'leaf'> {
  const places = [...draft.segments, null];
  const own = control.segment === undefined ? null : segmentNamed(draft, control.segment);
  const models = places.map((segment) => segmentModel(draft, segment));
  const leaves = models.map((model) => leafNamed(model, control.leaf));
  return {
    get bytes() {
      return columns.bytes + metric.bytes + resting.byteLength;
    },
    at(position) {
      const moves = places.map((segment) => (own === null ? segment?.curves[control.leaf] === undefined : segment === own));
      const placed = leaves.map(({ curve, missing }, place) => ({
        curve: (moves[place] && position.curve) || curve,
        missing: position.missing ?? missing,
      }));
      const earn = placed.map(({ curve }) => {
        const earning = metric.earning(curve);
        if (earning) return earning;
        throw new Failure('position-invalid', {
          problem: `a curve of the kind "${curve.kind}" is not for the values of ${leaves[0]!.metric}`,
        });
      });
      const policyMoves = position.missing !== undefined && JSON.stringify(position.missing) !== JSON.stringify(leaves[0]!.missing);
      return {
        still: matters.map((mattering, place) => !mattering || !(policyMoves || placed[place]!.curve !== leaves[place]!.curve)),
        cuts: models.map(({ cuts }) => cuts),
        fill({ segment }, range, scores) {
          if (!matters[segment]) scores.set(resting.subarray(range.from, range.to));
          else columns.fill(range, earn[segment]!, placed[segment]!, scores);
        },
      };
    },
  };
}

function leafNamed({ dimensions }: Model, id: string) {
  const found = leavesOf(dimensions).find((leaf) => leaf.id === id);
  if (!found) throw new Failure('node-unknown', { node: id });
  return found;
}
