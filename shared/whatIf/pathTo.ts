import type { WeightedGroup } from '../scoring/weightedTree.ts';

/** The groups from the root down to the one that holds a child of that id; null when none does. */
export function pathTo(root: WeightedGroup, id: string): WeightedGroup[] | null {
  for (const child of root.children) {
    if ((child.kind === 'metric' ? child.leaf.id : child.id) === id) return [root];
    const below = child.kind === 'group' ? pathTo(child, id) : null;
    if (below) return [root, ...below];
  }
  return null;
}
