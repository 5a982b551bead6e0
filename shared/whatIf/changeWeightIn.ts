import type { Control } from '../contract/whatIfCalls.ts';
import type { Model } from '../model/model.ts';
import { changeWeight } from '../scoring/changeWeight.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import { segmentNamed } from './segmentNamed.ts';
import { siblingsOf } from './siblingsOf.ts';

/**
 * The draft with the weight in hand at another value: of the base, or as overrides of a segment (of the siblings too, where they follow). A
 * weight that equals the base's is no override.
 * @throws Failure `node-unknown`, `segment-unknown`, `weight-not-movable`
 */
export function changeWeightIn(draft: Model, control: Extract<Control, { kind: 'weight' }>, weight: number): Model {
  const { node, rescaleSiblings } = control;
  if (control.segment === undefined) return changeWeight(draft, node, weight, { rescaleSiblings });
  const segment = segmentNamed(draft, control.segment);
  const before = segmentModel(draft, segment);
  const after = siblingsOf(changeWeight(before, node, weight, { rescaleSiblings }), node);
  const changed = after.filter((one, place) => one.weight !== siblingsOf(before, node)[place]!.weight);
  const ofBase = new Map(siblingsOf(draft, node).map((one) => [one.id, one.weight]));
  const moved = Object.entries({ ...segment.weights, ...Object.fromEntries(changed.map((one) => [one.id, one.weight])) });
  const weights = Object.fromEntries(moved.filter(([id, one]) => ofBase.get(id) !== one));
  return { ...draft, segments: draft.segments.map((one) => (one === segment ? { ...segment, weights } : one)) };
}
