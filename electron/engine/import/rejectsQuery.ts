import type { Definition } from '../../../shared/model/definition.ts';
import type { Source } from '../../../shared/model/source.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Query } from '../database/query.ts';
import { requiredCells } from './incompleteRows.ts';

/** Where a source's files lie. */
export type Resolve = (relative: string) => string;

const nothing = `select 0::bigint as record, 0::bigint as line, '' as "column", '' as value, '' as reason, '' as kind, 0::bigint as place where false`;

/**
 * What could not be read of a source, in file order (record, line, column, value, reason, kind): records broken in the file, rows that lack
 * a key or date the definition needs, and the cells that became missing in rows that were loaded. `line` is null where it is not known.
 */
export function rejectsQuery(source: Source, definition: Definition, resolve: Resolve): Required<Query> {
  const cells = requiredCells(source, definition);
  const values = [resolve(source.data), ...(source.rejects === null ? [] : [resolve(source.rejects)])];
  const of = (part: (cell: (typeof cells)[number]) => string) =>
    `case ${cells.map((cell, index) => `when "·which" = ${index} then ${part(cell)}`).join(' ')} end`;
  const incomplete =
    cells.length === 0
      ? `select 0::bigint as "·row", '' as "column", '' as value, '' as reason from read_parquet($1) where false`
      : `select "·row", ${of(({ column }) => quoteText(column))} as "column", ${of(({ value }) => value)} as value, ${of(({ reason }) => reason)} as reason
          from (select *, file_row_number as "·row", case ${cells.map(({ lacks }, index) => `when ${lacks} then ${index}`).join(' ')} end as "·which"
            from read_parquet($1, file_row_number = true)) where "·which" is not null`;
  const line = source.firstLine === null ? 'null' : `record - 1 + ${source.firstLine}`;
  return {
    text: `
      with stored as (${source.rejects === null ? nothing : 'select *, file_row_number as place from read_parquet($2, file_row_number = true)'}),
      -- Loaded rows that stand before each broken record, and how many are broken by then: row r is record r + 1 + those that stand before it.
      broken as (select record - position as loaded_before, max(position) as broken from
        (select record, row_number() over (order by record) as position from (select distinct record from stored where kind = 'row')) group by 1),
      incomplete as (select "·row" + 1 + coalesce(broken, 0) as record, "column", value, reason
        from (${incomplete}) one asof left join broken on one."·row" >= broken.loaded_before),
      written as (select record, min(line) as line from stored group by 1),
      listed as (
        select record, line, "column", value, reason, kind, place from stored where kind = 'row' or record not in (select record from incomplete)
        union all
        select record, coalesce(line, ${line}), "column", value, reason, 'row', 0 from incomplete left join written using (record))
      select record, line, "column", value, reason, kind from listed order by record, place`,
    values,
  };
}
