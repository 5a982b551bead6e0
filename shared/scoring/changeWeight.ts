import { Failure } from '../failure.ts';
import type { Model, Node } from '../model/model.ts';
import { stopAt } from './stopAt.ts';

/**
 * The model with one node's weight changed. With `rescaleSiblings` the unlocked siblings change in proportion so that the sum stays;
 * the weight then stops where they reach 0.
 * @throws Failure `weight-not-movable` when there is no unlocked sibling of weight above 0 to rescale
 */
export function changeWeight(model: Model, nodeId: string, weight: number, { rescaleSiblings }: { rescaleSiblings: boolean }): Model {
  const wanted = Math.max(0, weight);
  const change = (siblings: Node[]): Node[] => {
    const moved = siblings.find((node) => node.id === nodeId);
    if (!moved) return siblings.map((node) => (node.kind === 'group' ? { ...node, children: change(node.children) } : node));
    return rescaleSiblings
      ? rescale(siblings, moved, wanted)
      : siblings.map((node) => (node === moved ? { ...node, weight: wanted } : node));
  };
  return { ...model, dimensions: change(model.dimensions) };
}

function rescale(siblings: Node[], moved: Node, wanted: number): Node[] {
  const free = siblings.filter((node) => node !== moved && !node.locked);
  const sum = (nodes: readonly Node[]) => nodes.reduce((total, node) => total + node.weight, 0);
  const unlocked = sum(free);
  if (unlocked === 0) throw new Failure('weight-not-movable', { node: moved.kind === 'group' ? moved.name : moved.metric });
  const shared = moved.weight + unlocked;
  const weight = stopAt(shared, wanted);
  return siblings.map((node) => {
    if (node === moved) return { ...node, weight };
    return free.includes(node) ? { ...node, weight: (node.weight * (shared - weight)) / unlocked } : node;
  });
}
