import { Failure } from '../failure.ts';
import type { Model } from '../model/model.ts';
import { siblingsOf } from './siblingsOf.ts';

/** A sibling's weight while a control moves: `start * p + end * q`, where p and q are those of `positionOf`. */
export type MovingWeight = readonly [start: number, end: number];

/** The weights of the moved node and its siblings, as one weight moves. */
export interface WeightsInMotion {
  /** Of the moved node and its siblings, by id. */
  weights: Map<string, MovingWeight>;
  /** Where the movement ends: the sum of the weights that are not locked. Null when siblings do not follow, and it has no end. */
  most: number | null;
  /** A weight that stays as it is, in the same form. */
  constant(weight: number): MovingWeight;
}

/**
 * How the weights of a node and its siblings move: alone (p = 1, q = the weight), or, with `rescaleSiblings`, between 0 and `most` so that
 * the sum stays (p = 1 - weight / most, q = weight / most), as `changeWeight` does.
 * @throws Failure `node-unknown`, and `weight-not-movable` when no unlocked sibling above 0 is there to rescale
 */
export function weightsInMotion(model: Pick<Model, 'dimensions'>, node: string, rescaleSiblings: boolean): WeightsInMotion {
  const siblings = siblingsOf(model, node);
  const moved = siblings.find(({ id }) => id === node)!;
  if (!rescaleSiblings) {
    const constant = (weight: number): MovingWeight => [weight, 0];
    const weights = new Map(siblings.map((one) => [one.id, one === moved ? ([0, 1] as const) : constant(one.weight)]));
    return { weights, most: null, constant };
  }
  const constant = (weight: number): MovingWeight => [weight, weight];
  const unlocked = siblings.filter((one) => one !== moved && !one.locked).reduce((sum, one) => sum + one.weight, 0);
  if (unlocked === 0) throw new Failure('weight-not-movable', { node: moved.kind === 'group' ? moved.name : moved.metric });
  const most = moved.weight + unlocked;
  const weights = siblings.map((one): [string, MovingWeight] => {
    if (one === moved) return [one.id, [0, most]];
    return [one.id, one.locked ? constant(one.weight) : [(one.weight * most) / unlocked, 0]];
  });
  return { weights: new Map(weights), most, constant };
}

/** The two numbers a weight's position is in `start * p + end * q`. */
export function positionOf({ most }: Pick<WeightsInMotion, 'most'>, weight: number): { p: number; q: number } {
  return most === null ? { p: 1, q: weight } : { p: 1 - weight / most, q: weight / most };
}
