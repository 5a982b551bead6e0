import type { NamedSql } from '../sql/select.ts';
import { binary, call, choose, column, missing, not, number, type Sql, text } from '../sql/sql.ts';
import { columnNames } from './columnNames.ts';
import { curveRange } from './curveRange.ts';
import { isUnknown, weightedPoints } from './leafSql.ts';
import { leavesIn, suppliedPoints, weightOfGroup } from './rollUpSql.ts';
import { times } from './sumOf.ts';
import type { WeightedGroup, WeightedLeaf } from './weightedTree.ts';

/** A metric that loses less than this is no reason. */
export const leastLoss = 1e-9;

const deficit = (group: WeightedGroup) => columnNames.deficit(group.id);
const loss = (group: WeightedGroup) => columnNames.loss(group.id);

/**
 * The metric that costs an account the most points against its curve's best, in stages to be put one on the other after the groups'
 * sums: columns `reason` (leaf id) and `reason_points` (points of the rolled-up score), null when nothing is lost.
 */
export function reasonStages(root: WeightedGroup): NamedSql[][] {
  const groups = allGroupsWithScale(root, (value) => value);
  const losses = groups.map(({ group }) => column(loss(group)));
  return [
    groups.flatMap(({ group }) => leavesIn(group).map((leaf) => ({ name: columnNames.lost(leaf.leaf.id), sql: lostBy(leaf) }))),
    groups.map(({ group }) => ({ name: deficit(group), sql: greatest(leavesIn(group).map(lost)) })),
    groups.map(({ group, scaled }) => ({ name: loss(group), sql: scaled(column(deficit(group))) })),
    [{ name: 'largest_loss', sql: greatest(losses) }],
    [
      {
        name: 'reason',
        sql: whenLost(choose(groups.map(({ group }) => [binary('=', column(loss(group)), column('largest_loss')), costliest(group)]))),
      },
      { name: 'reason_points', sql: whenLost(column('largest_loss')) },
    ],
  ];
}

/** The columns of `reasonStages` where there is no weighted metric. */
export const noReason: NamedSql[] = [
  { name: 'reason', sql: missing('text') },
  { name: 'reason_points', sql: missing('number') },
];

/** Weighted points a metric lacks to its best; null where it does not count. */
function lostBy(leaf: WeightedLeaf): Sql {
  const best = leaf.weight * curveRange(leaf.leaf.curve).max;
  const supplied = suppliedPoints(leaf);
  const ofPresent = binary('-', number(best), weightedPoints(leaf));
  if (supplied === null) return choose([[not(isUnknown(leaf)), ofPresent]]);
  return choose([[isUnknown(leaf), number(best - leaf.weight * supplied)]], ofPresent);
}

function costliest(group: WeightedGroup): Sql {
  const leaves = leavesIn(group);
  if (leaves.length === 1) return text(leaves[0]!.leaf.id);
  return choose(leaves.map((leaf) => [binary('=', lost(leaf), column(deficit(group))), text(leaf.leaf.id)]));
}

/** Groups that hold metrics, each with what turns weighted points in it into points of the score. */
function allGroupsWithScale(group: WeightedGroup, scale: (value: Sql) => Sql): { group: WeightedGroup; scaled: (value: Sql) => Sql }[] {
  const scaled = (value: Sql) => binary('/', scale(value), call('nullif', weightOfGroup(group), number(0)));
  const below = group.children.flatMap((child) =>
    child.kind === 'group' ? allGroupsWithScale(child, (value) => times(child.weight, scaled(value))) : [],
  );
  return leavesIn(group).length > 0 ? [{ group, scaled }, ...below] : below;
}

const lost = ({ leaf }: WeightedLeaf) => column(columnNames.lost(leaf.id));
const greatest = (values: readonly Sql[]) => (values.length === 1 ? values[0]! : call('greatest', ...values));
const whenLost = (value: Sql) => choose([[binary('>', column('largest_loss'), number(leastLoss)), value]]);
