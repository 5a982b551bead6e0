import type { Model, Node } from '../../../../shared/model/model.ts';
import { placedNodes } from '../../model/edit/tree.ts';

/** The model with the weights of another one, node by node, and where they are from; a node the other does not have keeps its own. Nothing else changes. */
export function takeWeights(model: Model, from: Model): Model {
  const weights = new Map(placedNodes(from).map(({ node }) => [node.id, node.weight]));
  const taken = (node: Node): Node => {
    const weight = weights.get(node.id) ?? node.weight;
    return node.kind === 'group' ? { ...node, weight, children: node.children.map(taken) } : { ...node, weight };
  };
  return { ...model, dimensions: model.dimensions.map(taken), ...(from.weightsFrom && { weightsFrom: from.weightsFrom }) };
}
