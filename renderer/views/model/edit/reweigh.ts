import type { Model } from '../../../../shared/model/model.ts';
import { changeWeight } from '../../../../shared/scoring/changeWeight.ts';
import { segmentModel } from '../../../../shared/scoring/segmentModel.ts';
import { type Scope, segmentOf, setWeights } from './scope.ts';
import { placedNodes } from './tree.ts';

/**
 * The model with one weight changed in the scope; with `rescaleSiblings` the unlocked siblings take up the difference. In a segment only
 * the weights that then differ from the base are stored.
 */
export function reweigh(model: Model, scope: Scope, node: string, weight: number, rescaleSiblings: boolean): Model {
  const segment = segmentOf(model, scope);
  const before = segment ? segmentModel(model, segment) : model;
  const after = changeWeight(before, node, weight, { rescaleSiblings });
  const old = weightsOf(before);
  const changed = Object.entries(weightsOf(after)).filter(([id, one]) => old[id] !== one);
  return changed.length === 0 ? model : setWeights(model, scope, Object.fromEntries(changed));
}

/** Every node's weight by id. */
export function weightsOf(model: Model): Record<string, number> {
  return Object.fromEntries(placedNodes(model).map(({ node }) => [node.id, node.weight]));
}
