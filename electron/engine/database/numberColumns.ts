import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DuckDBValue } from '@duckdb/node-api';
import type { Database, RunOptions } from './Database.ts';
import { itemsOf } from './itemsOf.ts';

/** Rows to read numbers from, as pieces of a statement. */
export interface OrderedRows {
  /** A quoted name, or a query in brackets. */
  from: string;
  /** Columns that tell every row from every other. */
  orderBy: string;
  values?: DuckDBValue[];
}

/** Chunks (of 2,048 rows) taken before other calls may run. */
const chunksPerTurn = 64;

/** Numbers of every row, one list a column, in order; missing ones are NaN. `columns` are SQL that can be cast to a number. */
export async function numberColumns(
  database: Database,
  { from, orderBy, values }: OrderedRows,
  columns: readonly string[],
  options: RunOptions,
): Promise<Float64Array[]> {
  if (columns.length === 0) return [];
  const numbers = columns.map((sql) => `coalesce(cast(${sql} as double), 'nan'::double)`).join(', ');
  const query = { text: `select ${numbers} from ${from} order by ${orderBy}`, ...(values ? { values } : {}) };
  return database.result(query, options, async (result) => {
    const filled = columns.map(() => new Float64Array(result.rowCount));
    let row = 0;
    for (let index = 0; index < result.chunkCount; index++) {
      if (index % chunksPerTurn === chunksPerTurn - 1) await nextTurn();
      const chunk = result.getChunk(index);
      for (const [column, list] of filled.entries()) list.set(itemsOf<Float64Array>(chunk.getColumnVector(column)), row);
      row += chunk.rowCount;
    }
    return filled;
  });
}
