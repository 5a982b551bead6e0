import type { Model } from '../../../../shared/model/model.ts';
import { changeWeightIn } from '../../../../shared/whatIf/changeWeightIn.ts';
import { sameContent } from '../../../state/sameContent.ts';
import { type Scope, segmentOf } from './scope.ts';
import { placedNodes } from './tree.ts';

/**
 * The model with one weight changed in the scope; with `rescaleSiblings` the unlocked siblings take up the difference. In a segment only
 * the weights that then differ from the base are stored.
 */
export function reweigh(model: Model, scope: Scope, node: string, weight: number, rescaleSiblings: boolean): Model {
  if (scope.kind === 'segment' && !segmentOf(model, scope)) return model;
  const inSegment = scope.kind === 'segment' ? { segment: scope.id } : {};
  const reweighed = changeWeightIn(model, { kind: 'weight', node, rescaleSiblings, ...inSegment }, weight);
  return sameContent(reweighed, model) ? model : reweighed;
}

/** Every node's weight by id. */
export function weightsOf(model: Model): Record<string, number> {
  return Object.fromEntries(placedNodes(model).map(({ node }) => [node.id, node.weight]));
}
