import type { Leaf, Model, Node } from '../model/model.ts';

/** The part of the tree that can have an effect: nodes of weight 0 and groups without any weighted metric are left out. */
export interface WeightedLeaf {
  kind: 'metric';
  leaf: Leaf;
  weight: number;
  /** Share of the whole score, 0..1, when every metric is present. */
  effectiveWeight: number;
}
export interface WeightedGroup {
  kind: 'group';
  id: string;
  weight: number;
  effectiveWeight: number;
  children: WeightedNode[];
}
export type WeightedNode = WeightedGroup | WeightedLeaf;

/** The root, whose children are the dimensions; null when no metric has any weight. */
export function weightedTree(model: Pick<Model, 'dimensions'>): WeightedGroup | null {
  const root: WeightedGroup = { kind: 'group', id: '', weight: 1, effectiveWeight: 0, children: weighted(model.dimensions) };
  if (root.children.length === 0) return null;
  share(root, 1);
  return root;
}

/** Every weighted metric of the tree, left to right. */
export function weightedLeaves(node: WeightedNode): WeightedLeaf[] {
  return node.kind === 'metric' ? [node] : node.children.flatMap(weightedLeaves);
}

function weighted(nodes: readonly Node[]): WeightedNode[] {
  return nodes.flatMap((node): WeightedNode[] => {
    if (node.weight === 0) return [];
    if (node.kind === 'metric') return [{ kind: 'metric', leaf: node, weight: node.weight, effectiveWeight: 0 }];
    const children = weighted(node.children);
    return children.length === 0 ? [] : [{ kind: 'group', id: node.id, weight: node.weight, effectiveWeight: 0, children }];
  });
}

function share(node: WeightedNode, effectiveWeight: number): void {
  node.effectiveWeight = effectiveWeight;
  if (node.kind === 'metric') return;
  const total = node.children.reduce((sum, child) => sum + child.weight, 0);
  for (const child of node.children) share(child, (effectiveWeight * child.weight) / total);
}
