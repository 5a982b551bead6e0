import { DuckDBInstance } from '@duckdb/node-api';

/** Rows of an exported Parquet file; dates as ISO text. */
export async function readRows(path: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const result = await connection.run(
    'select * replace (cast(as_of as varchar) as as_of) from read_parquet($1) order by as_of, account_id',
    [path],
  );
  const rows = await result.getRowObjectsJS();
  connection.closeSync();
  instance.closeSync();
  return rows;
}
