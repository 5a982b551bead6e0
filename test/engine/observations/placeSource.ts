import { DuckDBInstance } from '@duckdb/node-api';
import { storedTypes } from '../../../electron/engine/database/storedTypes.ts';
import { unconvertedColumn } from '../../../electron/engine/import/unconvertedColumn.ts';
import type { StudyStore } from '../../../electron/engine/study/StudyStore.ts';
import type { ColumnType } from '../../../shared/model/source.ts';

/**
 * Puts rows into a study as if they had been imported. `rows` is a table expression of DuckDB (`values (...)`, `select ...`) whose columns
 * come in the order of `columns`.
 */
export async function placeSource(
  store: StudyStore,
  id: string,
  columns: Record<string, ColumnType>,
  rows: string,
  { exportedOn = '2026-06-30', stated = false }: { exportedOn?: string; stated?: boolean } = {},
): Promise<void> {
  const names = Object.keys(columns);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const cast = names.map((name) => `cast("${name}" as ${storedTypes[columns[name]!]}) as "${name}"`);
  const result = await connection.run(
    `copy (select ${cast.join(', ')}, null::varchar as ${unconvertedColumn} from (${rows}) as given(${names.map((name) => `"${name}"`).join(', ')})) to '${store.resolve(`data/${id}.parquet`)}' (format parquet)`,
  );
  const loaded = Number(result.rowsChanged);
  connection.closeSync();
  instance.closeSync();
  await store.update((study) => ({
    ...study,
    sources: [
      ...study.sources.filter((source) => source.id !== id),
      {
        id,
        name: id,
        original: { path: `${id}.csv`, bytes: 0, modifiedAt: `${exportedOn}T00:00:00Z`, sha256: '' },
        plan: {
          format: 'csv' as const,
          encoding: 'utf-8' as const,
          compressed: false,
          delimiter: ',',
          quote: '"',
          header: true,
          skipLines: 0,
          nullSpellings: [],
          columns: names.map((name) => ({ header: name, name, type: columns[name]!, keep: true, decimal: '.' as const })),
        },
        data: `data/${id}.parquet`,
        rejects: null,
        importedAt: `${exportedOn}T00:00:00Z`,
        exportedOn,
        exportedOnStated: stated,
        firstLine: 2,
        counts: { records: loaded, loaded, rejected: 0, unconverted: 0 },
      },
    ],
  }));
}
