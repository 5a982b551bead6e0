import type { NamedValue } from '../expression/expression.ts';
import type { Leaf, Model, Node } from '../model/model.ts';
import { curveRange } from './curveRange.ts';

/** What is known of a leaf: the metric's value and the points its curve gives, null when none. */
export interface SuppliedLeaf {
  raw: NamedValue;
  points: number | null;
}

/** What a leaf's metric is, and what its missing policy did when it is missing. */
export type LeafState = 'present' | 'redistributed' | 'neutral' | 'worst' | 'withholds' | 'observed-only';

/** A node of the tree as one observation has it. Shares and contributions are of this observation, with what is missing redistributed. */
export interface ScoredNode {
  node: Node;
  depth: number;
  /** Share among the siblings that count; 0 when it does not count. */
  share: number;
  /** Share of the whole score; 0 when it does not count. */
  effectiveWeight: number;
  /** 0..100; null when it has none. */
  value: number | null;
  /** Points of the score it earns: effectiveWeight * value; null when it does not count. */
  contribution: number | null;
  /** Points of the score it would earn at its best. */
  possible: number;
  /** Leaves only. */
  raw: NamedValue;
  state: LeafState | null;
}

/** Every node's value and what it contributes, and the value of the whole; null when nothing counts. */
export function rollUp(model: Model, leaves: ReadonlyMap<string, SuppliedLeaf>): { nodes: ScoredNode[]; value: number | null } {
  const values = new Map<string, number | null>();
  const valueOfNode = (node: Node): number | null => {
    const value = node.kind === 'metric' ? supplied(node, leaves.get(node.id)!).value : mean(node.children, valueOfNode);
    values.set(node.id, value);
    return value;
  };
  const value = mean(model.dimensions, valueOfNode);
  const counts = (node: Node) => node.weight > 0 && values.get(node.id) !== null;

  const nodes: ScoredNode[] = [];
  /** @returns what the siblings would earn at their best */
  const describe = (siblings: readonly Node[], depth: number, parentWeight: number, observed: boolean): number => {
    let [total, possible] = [0, 0];
    for (const node of siblings) if (counts(node)) total += node.weight;
    for (const node of siblings) {
      const share = counts(node) ? node.weight / total : 0;
      const effectiveWeight = parentWeight * share;
      const withoutEffect = observed || node.weight === 0;
      const value = values.get(node.id)!;
      const leaf = node.kind === 'metric' ? leaves.get(node.id)! : null;
      const scored: ScoredNode = {
        node,
        depth,
        share,
        effectiveWeight,
        value,
        contribution: value === null || effectiveWeight === 0 ? null : effectiveWeight * value,
        possible: 0,
        raw: leaf?.raw ?? null,
        state: node.kind === 'metric' ? (withoutEffect ? 'observed-only' : supplied(node, leaf!).state) : null,
      };
      nodes.push(scored);
      scored.possible =
        node.kind === 'metric'
          ? effectiveWeight * curveRange(node.curve).max
          : describe(node.children, depth + 1, effectiveWeight, withoutEffect);
      possible += scored.possible;
    }
    return possible;
  };
  describe(model.dimensions, 0, value === null ? 0 : 1, false);
  return { nodes, value };
}

/** A leaf's value after its missing policy. A leaf that withholds the score has none. */
function supplied({ curve, missing }: Leaf, { points }: SuppliedLeaf): { value: number | null; state: LeafState } {
  if (points !== null) return { value: points, state: 'present' };
  switch (missing.policy) {
    case 'redistribute':
      return { value: null, state: 'redistributed' };
    case 'neutral':
      return { value: missing.points, state: 'neutral' };
    case 'worst':
      return { value: curveRange(curve).min, state: 'worst' };
    case 'no-score':
      return { value: null, state: 'withholds' };
  }
}

/** Weighted mean over the children that have a value and a weight; null when there is none. */
function mean(nodes: readonly Node[], valueOfNode: (node: Node) => number | null): number | null {
  let sum = 0;
  let total = 0;
  for (const node of nodes) {
    const value = valueOfNode(node);
    if (value === null || node.weight === 0) continue;
    sum += node.weight * value;
    total += node.weight;
  }
  return total === 0 ? null : sum / total;
}
