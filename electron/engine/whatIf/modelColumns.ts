import type { ColumnOf } from '../../../shared/expression/ColumnOf.ts';
import { filterToSql } from '../../../shared/expression/filterToSql.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import type { Curve } from '../../../shared/model/curve.ts';
import { leavesOf, type Model } from '../../../shared/model/model.ts';
import { ceilingColumns } from '../../../shared/scoring/ceilingColumns.ts';
import { checkScorable } from '../../../shared/scoring/checkScorable.ts';
import { bandCeilingColumn, ceilingColumn } from '../../../shared/scoring/columnNames.ts';
import { curveToSql } from '../../../shared/scoring/curveToSql.ts';
import { segmentModel } from '../../../shared/scoring/segmentModel.ts';
import { printDuckdb } from '../../../shared/sql/printDuckdb.ts';
import { choose, number } from '../../../shared/sql/sql.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import type { RunOptions } from '../database/Database.ts';
import type { RowColumn, RowSet } from './RowSet.ts';

/**
 * Rows as a model sees them: the points of its metrics, its segments and what its caps allow, read where they are not held yet.
 * @param others read along with them
 * @throws Failure `model-invalid`, `metric-unknown`, `name-unknown`, `expression-invalid`, `cancelled`
 */
export async function modelColumns(
  rows: RowSet,
  model: Model,
  columnOf: ColumnOf,
  options: RunOptions,
  others: readonly RowColumn[] = [],
): Promise<ModelColumns> {
  checkScorable(model, columnOf);
  const points = (metric: string, curve: Curve): RowColumn<'real'> => {
    const { sql } = columnOf(metric, 1);
    if (curve.kind === 'categories') return { type: 'real', sql: printDuckdb(curveToSql(curve, sql)) };
    return { type: 'real', sql: printDuckdb(sql), curve };
  };
  const segment: RowColumn<'usmallint'> = { type: 'usmallint', sql: segmentSql(model, columnOf) };
  const ceilings = new Map(ceilingColumns(model, columnOf).map(({ name, sql }) => [name, printDuckdb(sql)]));
  const scoreCeiling = ceilings.get(ceilingColumn);
  const bandCeiling = ceilings.get(bandCeilingColumn);
  const caps = {
    score: scoreCeiling === undefined ? null : ({ type: 'real', sql: scoreCeiling } as const),
    band: bandCeiling === undefined ? null : ({ type: 'usmallint', sql: bandCeiling } as const),
  };
  const leaves = [null, ...model.segments].flatMap((one) => leavesOf(segmentModel(model, one).dimensions));
  const wanted = leaves.map(({ metric, curve }) => points(metric, curve));
  await rows.read([segment, ...Object.values(caps).flatMap((cap) => cap ?? []), ...wanted, ...others], options);
  // Held here too: the rows may forget a column while a control that stands on it is still in hand.
  const held = new Map(leaves.map(({ metric, curve }) => [nameOf(metric, curve), rows.column(points(metric, curve))]));
  return {
    count: rows.count,
    points: (metric, curve) => held.get(nameOf(metric, curve))!,
    segment: rows.column(segment),
    scoreCeiling: caps.score && rows.column(caps.score),
    bandCeiling: caps.band && rows.column(caps.band),
  };
}

const nameOf = (metric: string, curve: Curve) => JSON.stringify([metric, curve]);

/** SQL of the place of a row's segment in the model's list; the length of the list: the base. */
function segmentSql({ segments }: Model, columnOf: ColumnOf): string {
  const branches = segments.map(({ where }, place) => [filterToSql(parseFilter(where), columnOf), number(place)] as const);
  return printDuckdb(choose(branches, number(segments.length)));
}
