import type { ColumnOf } from '../expression/ColumnOf.ts';
import { filterToSql } from '../expression/filterToSql.ts';
import { parseFilter } from '../expression/parseFilter.ts';
import type { Model, Segment } from '../model/model.ts';
import { extend, type NamedSql, type Select, select, unionAll } from '../sql/select.ts';
import { all, column, not, type Sql, text } from '../sql/sql.ts';
import { baseSegment } from './bandOf.ts';
import { ceilingColumns } from './ceilingColumns.ts';
import { checkScorable } from './checkScorable.ts';
import { finishStages } from './finishStages.ts';
import { leafColumns } from './leafSql.ts';
import { segmentModel } from './segmentModel.ts';
import { noTree, treeStages } from './treeStages.ts';
import { weightedLeaves, weightedTree } from './weightedTree.ts';

/** The observations to score: rows, what names in conditions and metrics stand for, and the columns to keep beside the score. */
export interface Scored {
  from: Select;
  where: Sql | null;
  columnOf: ColumnOf;
  keep: readonly NamedSql[];
}

/** The columns a scored row has beside those that are kept. */
export const scoreColumns = ['segment', 'score', 'coverage', 'low', 'high', 'band', 'band_certain', 'reason', 'reason_points'] as const;

/**
 * The query that scores observations by a model, with exactly the meaning of `scoreObservation`; every dialect prints it. Each segment
 * is one plain query over its own accounts, and each level of the tree one stage, so that nothing is computed twice.
 * @throws Failure `model-invalid`, `expression-invalid`, and whatever `columnOf` throws
 */
export function scoreSelect(model: Model, scored: Scored): Select {
  checkScorable(model, scored.columnOf);
  const conditions = model.segments.map(({ where }) => filterToSql(parseFilter(where), scored.columnOf));
  const given = scored.where ? [scored.where] : [];
  const none = (before: readonly Sql[]) => before.map(not);
  return unionAll([
    ...model.segments.map((segment, index) =>
      scoreSegment(model, segment, scored, [...given, conditions[index]!, ...none(conditions.slice(0, index))]),
    ),
    scoreSegment(model, null, scored, [...given, ...none(conditions)]),
  ]);
}

function scoreSegment(base: Model, segment: Segment | null, { from, columnOf, keep }: Scored, where: readonly Sql[]): Select {
  const model = segmentModel(base, segment);
  const tree = weightedTree(model);
  const leaves = tree ? leafColumns(weightedLeaves(tree), columnOf) : [];
  const first = select([...keep, ...leaves, ...ceilingColumns(model, columnOf)], from, where.length === 0 ? null : all(where));
  const stages = [...(tree ? treeStages(tree) : noTree), ...finishStages(model)];
  const same = (name: string): NamedSql => ({ name, sql: column(name) });
  const [, ...outcome] = scoreColumns;
  return select(
    [...keep.map(({ name }) => same(name)), { name: 'segment', sql: text(segment?.id ?? baseSegment) }, ...outcome.map(same)],
    stages.reduce(extend, first),
  );
}
