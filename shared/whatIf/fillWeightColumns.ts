import type { Model, Node } from '../model/model.ts';
import { coverageTolerance } from '../scoring/scoreObservation.ts';
import { weightedTree } from '../scoring/weightedTree.ts';
import { type Arrangement, rangeOfSegment } from './Arrangement.ts';
import { ancestorsOf } from './ancestorsOf.ts';
import { blocksOf } from './blocksOf.ts';
import { GroupOnRows } from './GroupOnRows.ts';
import type { PointsOf } from './ModelColumns.ts';
import { pathTo } from './pathTo.ts';
import { RatioBlock } from './RatioBlock.ts';
import { rescaling } from './rescaling.ts';
import type { WeightColumns } from './WeightColumns.ts';
import type { MovingWeight } from './weightsInMotion.ts';

/** A weight that moves in one segment's model: that of a node, and those of its siblings. */
interface Motion {
  model: Model;
  weights: ReadonlyMap<string, MovingWeight>;
}

/**
 * Prepares the observations of a segment. A parent's value is a ratio of two sums, each of the form x p + y q; every
 * group above turns the ratio N / E of a child of weight w into (A E + w N) / ((B + w) E), with A and B summed over its other children
 * that count, so the score is a ratio of the same form. Nothing is subtracted, so that 32 bits are enough.
 * False, and nothing is written, when the node is no part of the score whatever its weight.
 */
export function fillWeightColumns(
  columns: WeightColumns,
  { model, weights }: Motion,
  points: PointsOf,
  arrangement: Arrangement,
  segment: number,
): boolean {
  const tree = weightedTree({ dimensions: halfway(model.dimensions, weights) });
  const path = tree && [...weights.keys()].map((id) => pathTo(tree, id)).find((found) => found !== null);
  if (!path) return false;
  const parent = path.at(-1)!;
  const total = parent.children.reduce((sum, child) => sum + child.weight, 0);
  const siblings = parent.children.map((child) => {
    const [start, end] = weights.get(child.kind === 'metric' ? child.leaf.id : child.id)!;
    return { start: start / total, end: end / total, node: GroupOnRows.of(child, points) };
  });
  const ancestors = ancestorsOf(path, points);
  const coverage = {
    least: model.minimumCoverage - coverageTolerance,
    inside: parent.effectiveWeight,
    start: siblings.reduce((sum, { start }) => sum + start, 0),
    end: siblings.reduce((sum, { end }) => sum + end, 0),
  };
  const ratio = new RatioBlock();
  const { from, to } = rangeOfSegment(arrangement, segment);
  for (const block of blocksOf(from, to)) {
    const length = block.to - block.from;
    ratio.clear();
    for (const { start, end, node } of siblings) ratio.addSibling(node.sum(arrangement.ascending, block), length, start, end);
    for (const ancestor of ancestors) ratio.climb(ancestor.others.sum(arrangement.ascending, block), length, ancestor);
    write(columns, ratio, arrangement.places.subarray(block.from, block.to), rescaling(model), coverage);
  }
  return true;
}

/** The tree with every moving weight above 0 that is so anywhere between the ends. */
function halfway(nodes: readonly Node[], weights: ReadonlyMap<string, MovingWeight>): Node[] {
  return nodes.map((node) => {
    const [start, end] = weights.get(node.id) ?? [node.weight, 0];
    const weight = start + end;
    return node.kind === 'group' ? { ...node, weight, children: halfway(node.children, weights) } : { ...node, weight };
  });
}

function write(
  columns: WeightColumns,
  { n0, n1, e0, e1, k0, k1, outside, withheld }: RatioBlock,
  places: Uint32Array,
  { times, from }: { times: number; from: number },
  { least, inside, start, end }: { least: number; inside: number; start: number; end: number },
): void {
  for (let place = 0; place < places.length; place++) {
    const entry = places[place]!;
    const largest = Math.max(e0[place]!, e1[place]!);
    // Coverage less its minimum, times the weight of all siblings.
    const atStart = (outside[place]! - least) * start + inside * k0[place]!;
    const atEnd = (outside[place]! - least) * end + inside * k1[place]!;
    const never = largest === 0 || withheld[place] === 1 || (atStart < 0 && atEnd <= 0) || (atStart <= 0 && atEnd < 0);
    columns.n0[entry] = never ? Number.NaN : (times * (n0[place]! - from * e0[place]!)) / largest;
    columns.n1[entry] = (times * (n1[place]! - from * e1[place]!)) / largest;
    columns.e0[entry] = e0[place]! / largest;
    columns.e1[entry] = e1[place]! / largest;
    if (!never && (atStart < 0 || atEnd < 0)) columns.cross(entry, atStart, atEnd);
  }
}
