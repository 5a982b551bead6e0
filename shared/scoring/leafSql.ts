import type { ColumnOf } from '../expression/ColumnOf.ts';
import type { NamedSql } from '../sql/select.ts';
import { call, column, isMissing, number, type Sql } from '../sql/sql.ts';
import { columnNames } from './columnNames.ts';
import { curveToSql, givesAlways } from './curveToSql.ts';
import { times } from './sumOf.ts';
import type { WeightedLeaf } from './weightedTree.ts';

// Most curves give points to every value, so weighted points can be written straight into the curve, 0 where the metric is missing.
// Only a curve with gaps needs its points first, to see whether it gave any.

/** The columns later stages know the leaves by. */
export function leafColumns(leaves: readonly WeightedLeaf[], columnOf: ColumnOf): NamedSql[] {
  const direct = leaves.filter(({ leaf }) => givesAlways(leaf.curve));
  const metrics = [...new Set(direct.map(({ leaf }) => leaf.metric))];
  const valueOfMetric = (metric: string) => columnOf(metric, 1).sql;
  return [
    ...metrics.map((metric) => ({ name: columnNames.metric(metric), sql: valueOfMetric(metric) })),
    ...leaves.map((one) => {
      const { leaf, weight } = one;
      const value = valueOfMetric(leaf.metric);
      return givesAlways(leaf.curve)
        ? { name: columnNames.weighted(leaf.id), sql: curveToSql(leaf.curve, value, weight, number(0)) }
        : { name: columnNames.points(leaf.id), sql: curveToSql(leaf.curve, value) };
    }),
  ];
}

/** Weighted points of a leaf; 0 where it gives none. */
export function weightedPoints({ leaf, weight }: WeightedLeaf): Sql {
  if (givesAlways(leaf.curve)) return column(columnNames.weighted(leaf.id));
  return times(weight, call('coalesce', column(columnNames.points(leaf.id)), number(0)));
}

/** Whether a leaf gives no points to the observation. */
export function isUnknown({ leaf }: WeightedLeaf): Sql {
  return isMissing(column(givesAlways(leaf.curve) ? columnNames.metric(leaf.metric) : columnNames.points(leaf.id)));
}
