import type { ColumnOf } from '../expression/ColumnOf.ts';
import { filterToSql } from '../expression/filterToSql.ts';
import { parseFilter } from '../expression/parseFilter.ts';
import type { Cap, Model } from '../model/model.ts';
import type { NamedSql } from '../sql/select.ts';
import { call, choose, number } from '../sql/sql.ts';
import { bandCeilingColumn, ceilingColumn } from './columnNames.ts';

/** The highest score and the highest band index that the caps allow an observation; a column only where a cap says something of it. */
export function ceilingColumns(model: Model, columnOf: ColumnOf): NamedSql[] {
  const ceiling = (name: string, free: number, limitOf: (cap: Cap) => number | undefined): NamedSql[] => {
    const limits = model.caps.flatMap((cap) => {
      const limit = limitOf(cap);
      if (limit === undefined) return [];
      return [choose([[filterToSql(parseFilter(cap.where), columnOf), number(limit)]], number(free))];
    });
    if (limits.length === 0) return [];
    return [{ name, sql: limits.length === 1 ? limits[0]! : call('least', ...limits) }];
  };
  const indexOf = (band: string | undefined) => (band === undefined ? undefined : model.bands.findIndex(({ id }) => id === band));
  return [
    ...ceiling(ceilingColumn, 100, (cap) => cap.score),
    ...ceiling(bandCeilingColumn, model.bands.length - 1, (cap) => indexOf(cap.band)),
  ];
}
