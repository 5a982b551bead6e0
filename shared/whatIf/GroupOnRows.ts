import { suppliedPoints } from '../scoring/rollUpSql.ts';
import type { WeightedGroup, WeightedLeaf, WeightedNode } from '../scoring/weightedTree.ts';
import type { PointsOf } from './ModelColumns.ts';
import { NodeSums, type Range, type SummedLeaf } from './NodeSums.ts';

/** A group of the tree, ready to be rolled up over blocks of observations. */
export class GroupOnRows {
  readonly #sums = new NodeSums();
  readonly #leaves: SummedLeaf[];
  readonly #groups: { share: number; group: GroupOnRows }[];

  /** The group without the child `except`, whose weight still counts among its siblings'. */
  constructor(group: WeightedGroup, points: PointsOf, except: WeightedNode | null = null) {
    const children = group.children.filter((child) => child !== except);
    this.#leaves = children.flatMap((child) => (child.kind === 'metric' ? [summedLeaf(child, shareOf(child, group), points)] : []));
    this.#groups = children.flatMap((child) =>
      child.kind === 'group' ? [{ share: shareOf(child, group), group: new GroupOnRows(child, points) }] : [],
    );
  }

  /** A node on its own: a group, or a metric as the only child of one. */
  static of(node: WeightedNode, points: PointsOf): GroupOnRows {
    return new GroupOnRows(node.kind === 'group' ? node : { ...node, kind: 'group', id: '', children: [node] }, points);
  }

  /** The group over the observations `rows[from]` to `rows[to - 1]`, at most `blockRows`; good until the next block is summed. */
  sum(rows: Uint32Array, range: Range): NodeSums {
    this.#sums.clear();
    for (const leaf of this.#leaves) this.#sums.addLeaf(leaf, rows, range);
    for (const { share, group } of this.#groups) this.#sums.addGroup(group.sum(rows, range), range.to - range.from, share);
    return this.#sums;
  }
}

/** A child's weight among its siblings', 0..1. */
export function shareOf(child: WeightedNode, group: WeightedGroup): number {
  return child.weight / group.children.reduce((sum, one) => sum + one.weight, 0);
}

function summedLeaf(node: WeightedLeaf, share: number, points: PointsOf): SummedLeaf {
  const { leaf } = node;
  return {
    points: points(leaf.metric, leaf.curve),
    share,
    supplied: suppliedPoints(node),
    withholds: leaf.missing.policy === 'no-score',
  };
}
