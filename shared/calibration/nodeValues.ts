import type { Leaf, Node } from '../model/model.ts';
import { curveRange } from '../scoring/curveRange.ts';

/**
 * A node's value 0..100 in each of `rows` observations, NaN where it does not count, by the rules of docs/SCORING.md: the mean of the children that
 * have a value and a weight. `pointsOf` gives the points of a leaf's curve, NaN where the metric is missing; what its policy supplies is added here.
 */
export function nodeValues(node: Node, rows: number, pointsOf: (leaf: Leaf) => Float64Array): Float64Array {
  if (node.kind === 'metric') return supplied(node, pointsOf(node));
  const sums = new Float64Array(rows);
  const totals = new Float64Array(rows);
  for (const child of node.children) {
    if (child.weight === 0) continue;
    const values = nodeValues(child, rows, pointsOf);
    for (let row = 0; row < rows; row++) {
      const value = values[row]!;
      if (Number.isNaN(value)) continue;
      sums[row]! += child.weight * value;
      totals[row]! += child.weight;
    }
  }
  return sums.map((sum, row) => sum / totals[row]!);
}

function supplied({ curve, missing }: Leaf, points: Float64Array): Float64Array {
  const value = missing.policy === 'neutral' ? missing.points : missing.policy === 'worst' ? curveRange(curve).min : Number.NaN;
  return points.map((each) => (Number.isNaN(each) ? value : each));
}
