import type { RowCounts } from '../../../shared/contract/sourceCalls.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { countsAsRead } from './countsAsRead.ts';
import { requiredCells } from './incompleteRows.ts';
import { type Resolve, rejectsQuery } from './rejectsQuery.ts';

/** How many rows of a source's file are loaded and rejected, as the definition now stands; rows in the file = loaded + rejected. */
export async function countRows(
  database: Database,
  source: Source,
  definition: Definition,
  resolve: Resolve,
  options: RunOptions = {},
): Promise<RowCounts> {
  const { counts } = source;
  const asRead = countsAsRead(source);
  const cells = requiredCells(source, definition);
  if (cells.length === 0) return asRead;
  const which = cells.map(({ lacks }, index) => `when ${lacks} then ${index}`).join(' ');
  const found = await database.rows<{ '·which': number; rows: number }>(
    {
      text: `select case ${which} end as "·which", count(*)::double as rows from read_parquet($1) group by 1 having "·which" is not null order by 1`,
      values: [resolve(source.data)],
    },
    options,
  );
  if (found.length === 0) return asRead;
  const rejects = rejectsQuery(source, definition, resolve);
  const [cell] = await database.rows<{ cells: number }>(
    { text: `select count(*)::double as cells from (${rejects.text}) where kind = 'cell'`, values: rejects.values },
    options,
  );
  const lost = found.reduce((sum, { rows }) => sum + rows, 0);
  return {
    ...asRead,
    loaded: counts.loaded - lost,
    rejected: counts.rejected + lost,
    unconverted: cell!.cells,
    incomplete: found.map(({ '·which': index, rows }) => ({ column: cells[index]!.column, rows })),
  };
}
