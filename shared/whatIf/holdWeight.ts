import type { Control } from '../contract/whatIfCalls.ts';
import type { Model } from '../model/model.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import { stopAt } from '../scoring/stopAt.ts';
import type { Arrangement } from './Arrangement.ts';
import { changeWeightIn } from './changeWeightIn.ts';
import { fillWeightColumns } from './fillWeightColumns.ts';
import type { Held } from './Held.ts';
import type { PointsOf } from './ModelColumns.ts';
import { scoreArranged } from './scoreArranged.ts';
import { scoreEnd } from './scoreEnd.ts';
import { segmentNamed } from './segmentNamed.ts';
import { WeightColumns } from './WeightColumns.ts';
import { type MovingWeight, positionOf, type WeightsInMotion, weightsInMotion } from './weightsInMotion.ts';

type WeightControl = Extract<Control, { kind: 'weight' }>;

/**
 * Takes a weight in hand. Between the ends of the slider every observation's score is (n0 p + n1 q) / (e0 p + e1 q), with p and q the same
 * for all (`positionOf`); at weight 0, and where the siblings reach 0, nodes drop out of the tree (`scoreEnd`).
 * @throws Failure `node-unknown`, `segment-unknown`, `weight-not-movable`
 */
export function holdWeight(draft: Model, control: WeightControl, points: PointsOf, arrangement: Arrangement): Held<'weight'> {
  const places = [...draft.segments, null];
  const own = control.segment === undefined ? null : segmentNamed(draft, control.segment);
  const motion = weightsInMotion(segmentModel(draft, own), control.node, control.rescaleSiblings);
  const columns = new WeightColumns(arrangement.rows.length);
  const still = places.map((segment, place) => {
    const model = segmentModel(draft, segment);
    const weights = own === null ? inherited(motion, segment?.weights ?? {}) : segment === own ? motion.weights : null;
    return weights === null || !fillWeightColumns(columns, { model, weights }, points, arrangement, place);
  });
  columns.settle();
  const resting = scoreArranged(draft, points, arrangement, (segment) => still[segment]!);
  const scoresAt = (weight: number) => {
    const model = changeWeightIn(draft, control, weight);
    return scoreEnd(model, columns, positionOf(motion, weight), points, arrangement, (segment) => !still[segment]);
  };
  const ends = new Map([0, ...(motion.most === null ? [] : [motion.most])].map((weight) => [weight, scoresAt(weight)]));
  return moving({ draft, motion, columns, still, resting, ends });
}

interface Prepared {
  draft: Model;
  motion: WeightsInMotion;
  columns: WeightColumns;
  /** By segment: whether the weight does not matter to it. */
  still: readonly boolean[];
  /** Scores of the segments that stand still. */
  resting: Float32Array;
  /** Scores of the others at the ends, by weight. */
  ends: ReadonlyMap<number, Float32Array>;
}

/** Apart from the preparation, so that what moves does not hold on to the points of every metric. */
function moving({ draft, motion, columns, still, resting, ends }: Prepared): Held<'weight'> {
  const cuts = [...draft.segments, null].map((segment) => segmentModel(draft, segment).cuts);
  return {
    bytes: columns.bytes + (1 + ends.size) * resting.byteLength,
    at({ weight: wanted }) {
      const weight = motion.most === null ? wanted : stopAt(motion.most, wanted);
      const scored = ends.get(weight);
      const { p, q } = positionOf(motion, weight);
      return {
        still,
        cuts,
        fill(run, { from, to }, scores) {
          const known = still[run.segment] ? resting : scored;
          if (known) scores.set(known.subarray(from, to));
          else columns.fill({ from, to }, p, q, scores);
        },
      };
    },
  };
}

/** The weights as a segment's accounts have them: what it overrides stays. Null when all of them do. */
function inherited({ weights, constant }: WeightsInMotion, overrides: Readonly<Record<string, number>>): Map<string, MovingWeight> | null {
  const inForce = [...weights].map(([id, weight]): [string, MovingWeight] => [
    id,
    overrides[id] === undefined ? weight : constant(overrides[id]),
  ]);
  const moves = inForce.some(([, [start, end]]) => constant(start)[1] !== end);
  return moves ? new Map(inForce) : null;
}
