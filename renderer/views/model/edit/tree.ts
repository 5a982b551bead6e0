import { type Group, leavesOf, type Model, type Node } from '../../../../shared/model/model.ts';

/** A node with its place: the group it stands in (null: directly below the score) and how deep. */
export interface PlacedNode {
  node: Node;
  parent: Group | null;
  index: number;
  siblings: readonly Node[];
  depth: number;
}

/** Every node in the order it is read, groups before their children. */
export function placedNodes(model: Model): PlacedNode[] {
  return placedBelow(model.dimensions, null, 0);
}

/** The node with that id and its place, if it stands in the tree. */
export function findNode(model: Model, id: string): PlacedNode | undefined {
  return placedNodes(model).find(({ node }) => node.id === id);
}

/** Ids of a node and of everything below it. */
function idsBelow(node: Node): string[] {
  return node.kind === 'metric' ? [node.id] : [node.id, ...node.children.flatMap(idsBelow)];
}

/** The model with one node changed in place; its id stays. */
export function updateNode<Kind extends Node['kind']>(
  model: Model,
  id: string,
  kind: Kind,
  change: (node: Extract<Node, { kind: Kind }>) => Extract<Node, { kind: Kind }>,
): Model {
  const isWanted = (node: Node): node is Extract<Node, { kind: Kind }> => node.id === id && node.kind === kind;
  const visit = (node: Node): Node => {
    if (isWanted(node)) return change(node);
    return node.kind === 'group' ? { ...node, children: node.children.map(visit) } : node;
  };
  return { ...model, dimensions: model.dimensions.map(visit) };
}

/** The model with a node added as the last child of a group, or of the score when `parent` is null. */
export function addNode(model: Model, node: Node, parent: string | null): Model {
  return insert(model, node, parent, Number.POSITIVE_INFINITY);
}

/** The model without the node and all below it; what segments override of them goes too. */
export function removeNode(model: Model, id: string): Model {
  const placed = findNode(model, id);
  if (!placed) return model;
  const gone = new Set(idsBelow(placed.node));
  const without = <Value>(record: Record<string, Value>) => Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)));
  return {
    ...model,
    dimensions: detach(model.dimensions, id),
    segments: model.segments.map((segment) => ({ ...segment, weights: without(segment.weights), curves: without(segment.curves) })),
  };
}

/** The model with the node at another place. A group cannot go below itself: then nothing changes. */
export function moveNode(model: Model, id: string, to: { parent: string | null; index: number }): Model {
  const placed = findNode(model, id);
  if (!placed || (to.parent !== null && idsBelow(placed.node).includes(to.parent))) return model;
  if (to.parent !== null && findNode(model, to.parent)?.node.kind !== 'group') return model;
  return insert({ ...model, dimensions: detach(model.dimensions, id) }, placed.node, to.parent, to.index);
}

/** The groups a node may be moved into, besides the one it is in; null stands for directly below the score. */
export function possibleParents(model: Model, id: string): (Group | null)[] {
  const placed = findNode(model, id);
  if (!placed) return [];
  const own = new Set(idsBelow(placed.node));
  const groups = placedNodes(model).flatMap(({ node }) => (node.kind === 'group' && !own.has(node.id) ? [node] : []));
  return [null, ...groups].filter((group) => group?.id !== placed.parent?.id);
}

/** Ids already used in the tree. */
export function takenIds(model: Model): string[] {
  return model.dimensions.flatMap(idsBelow);
}

/** Metrics that stand in the tree. */
export function metricsInTree(model: Model): Set<string> {
  return new Set(leavesOf(model.dimensions).map((leaf) => leaf.metric));
}

function placedBelow(siblings: readonly Node[], parent: Group | null, depth: number): PlacedNode[] {
  return siblings.flatMap((node, index) => [
    { node, parent, index, siblings, depth },
    ...(node.kind === 'group' ? placedBelow(node.children, node, depth + 1) : []),
  ]);
}

function detach(nodes: readonly Node[], id: string): Node[] {
  return nodes
    .filter((node) => node.id !== id)
    .map((node) => (node.kind === 'group' ? { ...node, children: detach(node.children, id) } : node));
}

function insert(model: Model, node: Node, parent: string | null, index: number): Model {
  const into = (children: readonly Node[]) => children.toSpliced(Math.max(0, Math.min(index, children.length)), 0, node);
  if (parent === null) return { ...model, dimensions: into(model.dimensions) };
  return updateNode(model, parent, 'group', (group) => ({ ...group, children: into(group.children) }));
}
