import { Failure } from '../failure.ts';
import { leavesOf, type Model, type Node } from '../model/model.ts';
import { effectiveWeights } from '../scoring/effectiveWeights.ts';
import type { ShareLimit } from './shareConstraints.ts';

/** Smallest and largest weight that is wanted, per cent of the whole score. */
export interface ShareBounds {
  min: number;
  max: number;
}

/** Which weights of a model may move, and how far. */
export interface AdjustmentRules {
  /** Fit every metric of the tree, or only the top-level dimensions, whose inside stays as it is. */
  level: 'metrics' | 'dimensions';
  /** By node id; of groups too. */
  bounds: Readonly<Record<string, ShareBounds>>;
  /** Ids of the metrics or dimensions that may move; absent: all that are not locked. */
  free?: readonly string[] | undefined;
}

/** One weight that is fitted: a metric's or a dimension's. */
export interface AdjustableWeight {
  node: Node;
  /** Per cent of the whole score now. */
  current: number;
  minimum: number;
  maximum: number;
  /** Its share of the whole stays. */
  locked: boolean;
}

/** What is fitted for a model: its weights, one column each, and the limits they obey. */
export interface Adjustment {
  level: AdjustmentRules['level'];
  weights: AdjustableWeight[];
  limits: ShareLimit[];
}

/**
 * The weights of a tree as one list of shares of the whole, left to right. What is fitted are theta of the leaves; a group's share is the sum of
 * its leaves', so that the tree keeps its structure and a bound or lock on a group is a limit on that sum. A locked node keeps its share of the
 * whole. @throws Failure `bounds-infeasible` when no weights can satisfy all bounds and locks
 */
export function adjustableWeights(model: Model, { level, bounds, free }: AdjustmentRules): Adjustment {
  const shares = effectiveWeights(model);
  const current = (node: Node) => 100 * shares.get(node.id)!;
  const fitted: Node[] = level === 'metrics' ? leavesOf(model.dimensions) : model.dimensions;
  const isLocked = (node: Node) => node.locked === true || (free !== undefined && fitted.includes(node) && !free.includes(node.id));
  const asked = (node: Node): ShareBounds => bounds[node.id] ?? { min: 0, max: 100 };
  /** Where only the dimension is fitted, its inside moves with it, and what is asked of a node inside is asked of the dimension. */
  const askedInside = (node: Node): ShareBounds[] => {
    if (node.kind === 'metric' || !fitted.includes(node)) return [];
    const times = (inner: Node) => (current(inner) > 0 ? current(node) / current(inner) : 0);
    return nodesBelow(node).flatMap((inner) =>
      times(inner) > 0 ? [{ min: asked(inner).min * times(inner), max: Math.min(100, asked(inner).max * times(inner)) }] : [],
    );
  };
  const boundsOf = (node: Node): ShareBounds =>
    isLocked(node) ? { min: current(node), max: current(node) } : narrowest([asked(node), ...askedInside(node)]);
  checkFeasible(model.dimensions, boundsOf, fitted);
  const columnsBelow = (node: Node): number[] =>
    fitted.includes(node) ? [fitted.indexOf(node)] : node.kind === 'group' ? node.children.flatMap(columnsBelow) : [];
  const limitOf = (node: Node): ShareLimit[] => {
    const { min, max } = boundsOf(node);
    const inside = node.kind === 'group' && !fitted.includes(node) ? node.children.flatMap(limitOf) : [];
    return min > 0 || max < 100 ? [{ columns: columnsBelow(node), minimum: min, maximum: max }, ...inside] : inside;
  };
  return {
    level,
    weights: fitted.map((node) => {
      const { min, max } = boundsOf(node);
      return { node, current: current(node), minimum: min, maximum: max, locked: isLocked(node) };
    }),
    limits: model.dimensions.flatMap(limitOf),
  };
}

function checkFeasible(dimensions: readonly Node[], boundsOf: (node: Node) => ShareBounds, fitted: readonly Node[]): void {
  const rangeOf = (node: Node): ShareBounds => {
    const { min, max } = boundsOf(node);
    const inside = node.kind === 'group' && !fitted.includes(node) ? sumOf(node.children.map(rangeOf)) : { min, max };
    const range = narrowest([{ min, max }, inside]);
    if (isEmpty(range)) refuse(node.kind === 'group' ? node.name : node.metric, range);
    return range;
  };
  const whole = sumOf(dimensions.map(rangeOf));
  if (isEmpty({ min: whole.min, max: 100 }) || isEmpty({ min: 100, max: whole.max })) refuse('the whole score (100 %)', whole);
}

function nodesBelow(node: Node): Node[] {
  return node.kind === 'metric' ? [] : node.children.flatMap((child) => [child, ...nodesBelow(child)]);
}

function narrowest(ranges: readonly ShareBounds[]): ShareBounds {
  return { min: Math.max(...ranges.map(({ min }) => min)), max: Math.min(...ranges.map(({ max }) => max)) };
}

const isEmpty = ({ min, max }: ShareBounds) => min > max + 1e-9;

function refuse(where: string, { min, max }: ShareBounds): never {
  throw new Failure('bounds-infeasible', { where, least: Number(min.toFixed(3)), most: Number(max.toFixed(3)) });
}

const sumOf = (ranges: readonly ShareBounds[]): ShareBounds => ({
  min: ranges.reduce((sum, { min }) => sum + min, 0),
  max: ranges.reduce((sum, { max }) => sum + max, 0),
});
