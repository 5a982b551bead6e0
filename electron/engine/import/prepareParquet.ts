import { hashFile } from './hashFile.ts';
import type { Layout, ReadContext } from './Layout.ts';
import type { RawTable } from './RawTable.ts';
import type { Preparation } from './Tally.ts';

/** A Parquet file for DuckDB: itself. Its own count of rows is what the load is held against. */
export async function prepareParquet(layout: Layout, { database, signal }: ReadContext): Promise<Preparation<RawTable>> {
  const tally = async () => {
    const [[counted], sha256] = await Promise.all([
      database.rows<{ rows: number }>(
        { text: 'select sum(num_rows)::double as rows from parquet_file_metadata($1)', values: [layout.path] },
        { signal },
      ),
      hashFile(layout.path, signal),
    ]);
    return {
      sha256,
      records: counted!.rows,
      broken: [],
      notices: [],
      tooLongLine: null,
      firstLine: null,
      locate: async (rows: number[]) => ({ rows: rows.map((row) => ({ record: row + 1, line: null })), refused: [] }),
    };
  };
  return { table: layout.beginning, tally: tally() };
}
