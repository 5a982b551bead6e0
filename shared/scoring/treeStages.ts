import type { NamedSql } from '../sql/select.ts';
import { any, choose, missing, not, number } from '../sql/sql.ts';
import { columnNames, earnedColumn } from './columnNames.ts';
import { isUnknown } from './leafSql.ts';
import { noReason, reasonStages } from './reasonStages.ts';
import { allGroups, coverageSql, earnedSql, edgeSql, groupSums, groupsIn, leafSums, valueOfGroup } from './rollUpSql.ts';
import { type WeightedGroup, weightedLeaves } from './weightedTree.ts';

/** From points of leaves to the rolled-up score, coverage, low and high (before rescaling and caps) and the reason: one stage a level. */
export function treeStages(root: WeightedGroup): NamedSql[][] {
  const groups = allGroups(root);
  const levels = Array.from({ length: heightOf(root) }, (_, level) => groups.filter((group) => heightOf(group) === level + 1));
  const withholding = weightedLeaves(root).filter(({ leaf }) => leaf.missing.policy === 'no-score');
  const withheld = any(withholding.map(isUnknown));
  const value = valueOfGroup(root);
  return [
    groups.flatMap(leafSums),
    ...levels.map((level) => level.flatMap(groupSums)),
    [{ name: earnedColumn, sql: earnedSql(root) }],
    [
      { name: columnNames.rolledUp('score'), sql: withholding.length === 0 ? value : choose([[not(withheld), value]]) },
      { name: 'coverage', sql: coverageSql(root) },
      { name: columnNames.rolledUp('low'), sql: edgeSql(root, 'worst') },
      { name: columnNames.rolledUp('high'), sql: edgeSql(root, 'best') },
    ],
    ...reasonStages(root),
  ];
}

/** The same columns where no metric has any weight. */
export const noTree: NamedSql[][] = [
  [
    { name: columnNames.rolledUp('score'), sql: missing('number') },
    { name: 'coverage', sql: number(0) },
    { name: columnNames.rolledUp('low'), sql: missing('number') },
    { name: columnNames.rolledUp('high'), sql: missing('number') },
    ...noReason,
  ],
];

function heightOf(group: WeightedGroup): number {
  return 1 + Math.max(0, ...groupsIn(group).map(heightOf));
}
