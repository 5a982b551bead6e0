import type { Model } from '../model/model.ts';
import { type WeightedNode, weightedTree } from './weightedTree.ts';

/** Every node's share of the whole score, 0..1 by node id, when every metric is present; 0 for what can have no effect. */
export function effectiveWeights(model: Pick<Model, 'dimensions'>): Map<string, number> {
  const root = weightedTree(model);
  const found = new Map<string, number>();
  const collect = (node: WeightedNode) => {
    found.set(node.kind === 'metric' ? node.leaf.id : node.id, node.effectiveWeight);
    if (node.kind === 'group') node.children.forEach(collect);
  };
  root?.children.forEach(collect);
  const all = (nodes: Model['dimensions']): [string, number][] =>
    nodes.flatMap((node) => [[node.id, found.get(node.id) ?? 0], ...(node.kind === 'group' ? all(node.children) : [])]);
  return new Map(all(model.dimensions));
}
