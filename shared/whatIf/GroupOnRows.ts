import { suppliedPoints } from '../scoring/rollUpSql.ts';
import type { WeightedGroup, WeightedLeaf, WeightedNode } from '../scoring/weightedTree.ts';
import type { PointsOf } from './ModelColumns.ts';
import type { NodeSums, Range, SummedLeaf } from './NodeSums.ts';
import { type Block, type TreeSums, treeSums } from './TreeSums.ts';

/** A group of the tree, ready to be rolled up over blocks of observations. */
export class GroupOnRows {
  readonly #leaves: SummedLeaf[];
  readonly #groups: { share: number; group: GroupOnRows }[];
  /** Levels of the tree from here. */
  readonly #levels: number;

  /** The group without the child `except`, whose weight still counts among its siblings'. */
  constructor(group: WeightedGroup, points: PointsOf, except: WeightedNode | null = null) {
    const children = group.children.filter((child) => child !== except);
    this.#leaves = children.flatMap((child) => (child.kind === 'metric' ? [summedLeaf(child, shareOf(child, group), points)] : []));
    this.#groups = children.flatMap((child) =>
      child.kind === 'group' ? [{ share: shareOf(child, group), group: new GroupOnRows(child, points) }] : [],
    );
    this.#levels = 1 + Math.max(0, ...this.#groups.map(({ group }) => group.#levels));
  }

  /** A node on its own: a group, or a metric as the only child of one. */
  static of(node: WeightedNode, points: PointsOf): GroupOnRows {
    return new GroupOnRows(node.kind === 'group' ? node : { ...node, kind: 'group', id: '', children: [node] }, points);
  }

  /** The group over the observations `rows[from]` to `rows[to - 1]`, at most `blockRows`; good until the next block is summed, of any group. */
  sum(rows: Uint32Array, range: Range): NodeSums {
    const sums = treeSums(this.#levels);
    this.#addUp(sums, 0, { ...range, rows, first: firstOf(rows, range) });
    return sums.of(0);
  }

  #addUp(sums: TreeSums, level: number, block: Block): void {
    sums.clear(level);
    for (const leaf of this.#leaves) sums.addLeaf(level, leaf, block);
    for (const { share, group } of this.#groups) {
      group.#addUp(sums, level + 1, block);
      sums.addGroup(level, share, block);
    }
  }
}

/** Where a block begins in the columns, when its observations follow each other there; else null. */
function firstOf(rows: Uint32Array, { from, to }: Range): number | null {
  const first = rows[from]!;
  for (let row = from; row < to; row++) if (rows[row] !== first + row - from) return null;
  return first;
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
