import type { Model, Node } from '../model/model.ts';
import type { Adjustment } from './adjustableWeights.ts';

/** Digits of a weight that are kept, relative to the sum of its siblings. */
const precision = 100_000;

/**
 * The model with these shares of the whole score (per cent, one for each weight of the adjustment). Siblings keep the sum their weights had; a group
 * whose metrics all come to 0 gets weight 0 and keeps its inside. Weights are rounded to 1/100,000 of that sum, so that they can be read and typed.
 */
export function withShares(model: Model, { weights }: Adjustment, shares: readonly number[]): Model {
  const given = new Map(weights.map(({ node }, index) => [node.id, shares[index]!]));
  const shareOf = (node: Node): number =>
    given.get(node.id) ?? (node.kind === 'group' ? node.children.reduce((sum, child) => sum + shareOf(child), 0) : 0);
  const spread = (siblings: Node[]): Node[] => {
    const whole = siblings.reduce((sum, node) => sum + shareOf(node), 0);
    if (whole <= 0) return siblings;
    const total = siblings.reduce((sum, node) => sum + node.weight, 0) || 100;
    return siblings.map((node) => {
      const weight = (Math.round((precision * shareOf(node)) / whole) / precision) * total;
      return node.kind === 'group' && !given.has(node.id) ? { ...node, weight, children: spread(node.children) } : { ...node, weight };
    });
  };
  return { ...model, dimensions: spread(model.dimensions) };
}
