import type { Leaf } from '../model/model.ts';
import type { NamedSql } from '../sql/select.ts';
import { binary, call, choose, column, number, type Sql } from '../sql/sql.ts';
import { earnedColumn, columnNames as names } from './columnNames.ts';
import { curveRange } from './curveRange.ts';
import { isUnknown, weightedPoints } from './leafSql.ts';
import { sumOf, times } from './sumOf.ts';
import type { WeightedGroup, WeightedLeaf } from './weightedTree.ts';

export const leavesIn = (group: WeightedGroup) => group.children.filter((child) => child.kind === 'metric');
export const groupsIn = (group: WeightedGroup) => group.children.filter((child) => child.kind === 'group');

/** The group and every group below it. */
export function allGroups(group: WeightedGroup): WeightedGroup[] {
  return [group, ...groupsIn(group).flatMap(allGroups)];
}

/** Points a missing policy supplies; null when it supplies none. */
export function suppliedPoints({ leaf: { missing, curve } }: { leaf: Pick<Leaf, 'missing' | 'curve'> }): number | null {
  if (missing.policy === 'neutral') return missing.points;
  return missing.policy === 'worst' ? curveRange(curve).min : null;
}

/** What the metrics directly in a group earn and how much of their weight is known: the two sums everything else is made of. */
export function leafSums(group: WeightedGroup): NamedSql[] {
  const leaves = leavesIn(group);
  if (leaves.length === 0) return [];
  const edges = (['worst', 'best'] as const)
    .filter((edge) => uniformEdge(group, edge) === null)
    .map((edge) => ({
      name: names[edge](group.id),
      sql: sumOf(leaves.flatMap((leaf) => whereMissing(leaf, leaf.weight * edgeOf(leaf, edge)))),
    }));
  return [
    { name: names.earned(group.id), sql: sumOf(leaves.map(weightedPoints)) },
    { name: names.known(group.id), sql: sumOf(leaves.map((leaf) => choose([[isUnknown(leaf), number(0)]], number(leaf.weight)))) },
    ...edges,
  ];
}

/** `value` where the leaf gives no points, else 0; nothing when the value is 0 anyway. */
function whereMissing(leaf: WeightedLeaf, value: number): Sql[] {
  return value === 0 ? [] : [choose([[isUnknown(leaf), number(value)]], number(0))];
}

/** Whether a group's sum and weight are just what its metrics earn and what is known of them. */
function isPlain(group: WeightedGroup): boolean {
  return groupsIn(group).length === 0 && leavesIn(group).every((leaf) => suppliedPoints(leaf) === null);
}

/** Weighted sum and weight of all children that count, for groups that hold more than plain metrics. */
export function groupSums(group: WeightedGroup): NamedSql[] {
  if (isPlain(group)) return [];
  const leaves = leavesIn(group);
  const own = (name: (group: string) => string) => (leaves.length === 0 ? [] : [column(name(group.id))]);
  const supplying = leaves.filter((leaf) => suppliedPoints(leaf) !== null);
  const sum = [
    ...own(names.earned),
    ...supplying.flatMap((leaf) => whereMissing(leaf, leaf.weight * suppliedPoints(leaf)!)),
    ...groupsIn(group).map((child) => times(child.weight, call('coalesce', valueOfGroup(child), number(0)))),
  ];
  const weight = [
    ...own(names.known),
    ...supplying.flatMap((leaf) => whereMissing(leaf, leaf.weight)),
    ...groupsIn(group).map((child) => times(child.weight, call('indicator', binary('>', weightOfGroup(child), number(0))))),
  ];
  return [
    { name: names.sum(group.id), sql: sumOf(sum) },
    { name: names.weight(group.id), sql: sumOf(weight) },
  ];
}

/** Weight of the children that count; 0 when none does. */
export function weightOfGroup(group: WeightedGroup): Sql {
  return column(isPlain(group) ? names.known(group.id) : names.weight(group.id));
}

/** The group's value 0..100; null when no child counts. */
export function valueOfGroup(group: WeightedGroup): Sql {
  const sum = column(isPlain(group) ? names.earned(group.id) : names.sum(group.id));
  return binary('/', sum, call('nullif', weightOfGroup(group), number(0)));
}

/** Share of the effective weight whose metric is present. */
export function coverageSql(root: WeightedGroup): Sql {
  return sumOf(withLeaves(root).map((group) => times(perWeight(group), column(names.known(group.id)))));
}

/** Points that the present metrics earn at their effective weights. */
export function earnedSql(root: WeightedGroup): Sql {
  return sumOf(withLeaves(root).map((group) => times(perWeight(group), column(names.earned(group.id)))));
}

/** The score with every missing metric at its worst or best: what is earned, and what the missing weight would earn. */
export function edgeSql(root: WeightedGroup, edge: 'worst' | 'best'): Sql {
  const unknown = withLeaves(root).flatMap((group) => {
    const points = uniformEdge(group, edge);
    if (points === 0) return [];
    if (points === null) return [times(perWeight(group), column(names[edge](group.id)))];
    const total = leavesIn(group).reduce((sum, leaf) => sum + leaf.weight, 0);
    return [times(perWeight(group) * points, binary('-', number(total), column(names.known(group.id))))];
  });
  return sumOf([column(earnedColumn), ...unknown]);
}

const withLeaves = (root: WeightedGroup) => allGroups(root).filter((group) => leavesIn(group).length > 0);

/** Effective weight per unit of weight among a group's children. */
function perWeight(group: WeightedGroup): number {
  return group.effectiveWeight / group.children.reduce((sum, child) => sum + child.weight, 0);
}

const edgeOf = ({ leaf }: WeightedLeaf, edge: 'worst' | 'best') => curveRange(leaf.curve)[edge === 'worst' ? 'min' : 'max'];

/** The worst (best) points of the group's metrics when they are all the same, else null. */
function uniformEdge(group: WeightedGroup, edge: 'worst' | 'best'): number | null {
  const points = new Set(leavesIn(group).map((leaf) => edgeOf(leaf, edge)));
  return points.size === 1 ? [...points][0]! : null;
}
