import { fork } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { createEngine } from '../electron/engine/createEngine.ts';
import { storedTypes } from '../electron/engine/database/storedTypes.ts';
import type { ImportPlan } from '../shared/model/source.ts';
import { importPlan } from '../shared/model/source.ts';
import { quoteText } from '../shared/sql/quoteText.ts';
import { type Benchmark, interleaved, type Measurement } from './Benchmark.ts';
import { csvColumns, csvFile } from './data.ts';

const rows = 1_000_000;
/** The file of the memory benchmark is at least four times as large as the limit. */
const memoryLimitMb = 200;
const memoryRows = 7_000_000;

const plan: ImportPlan = importPlan.parse({
  format: 'csv',
  columns: csvColumns.map(([name, type]) => ({ header: name, name, type, dateOrder: 'year-month-day' })),
});

/** A new study that files are imported into, as the window would. */
export async function openBenchStudy(memoryLimit?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-import-'));
  const { invoke, close } = createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: 'resources', memoryLimit });
  await invoke('create-study', { path: join(folder, 'study') });
  return {
    async importAccounts(path: string) {
      return (await invoke('import-source', { path, as: 'accounts', plan })).source.counts;
    },
    async lastAccount(loaded: number) {
      return (await invoke('list-rows', { source: 'accounts', offset: loaded - 1, limit: 1 })).rows[0]![0];
    },
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** DuckDB's own COPY of the same columns in their types; what does not convert takes its whole row with it. */
async function copyByDuckDb(path: string, badShare: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-copy-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const columns = csvColumns.map(([name, type]) => `'${name}': '${storedTypes[type]}'`).join(', ');
    const bad = badShare > 0 ? ', ignore_errors = true' : '';
    await connection.run(
      `copy (select * from read_csv(${quoteText(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns}}${bad}))
       to ${quoteText(join(folder, 'out.parquet'))} (format parquet)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

function importBenchmark(name: string, badShare: 0 | 0.01): Benchmark {
  return {
    name,
    size: rows,
    async run(): Promise<Measurement> {
      const path = await csvFile(rows, badShare);
      const study = await openBenchStudy();
      try {
        const counts = await study.importAccounts(path);
        if (counts.loaded !== rows) throw new Error(`${counts.loaded} of ${rows} rows were loaded`);
        return {
          ...(await interleaved(
            () => study.importAccounts(path),
            () => copyByDuckDb(path, badShare),
          )),
          ours: `import into a study: ${csvColumns.length} columns, ${counts.unconverted} cells that do not convert listed, hash, independent count of records, fsync`,
          peer: `DuckDB's COPY of the same columns to Parquet${badShare > 0 ? ', rows with a bad value dropped unlisted' : ''}`,
        };
      } finally {
        await study.close();
      }
    },
  };
}

/** In a process of its own, so that nothing else counts into its memory. */
const importMemory: Benchmark = {
  name: 'import-memory',
  size: memoryRows,
  async run(): Promise<Measurement> {
    const path = await csvFile(memoryRows, 0);
    const megabytes = Math.round((await stat(path)).size / 2 ** 20);
    const done = await new Promise<{ milliseconds: number; peakMemoryMb: number; lastAccount: unknown }>((resolve, reject) => {
      const child = fork(join(import.meta.dirname, 'importOnce.js'), [path, `${memoryLimitMb}MB`]);
      child.on('message', resolve);
      child.on('exit', (code) => code !== 0 && reject(new Error(`the import ended with code ${code}`)));
    });
    if (done.lastAccount !== String(memoryRows - 1).padStart(9, '0'))
      throw new Error(`the last row is ${done.lastAccount}: the order was lost`);
    return {
      oursMs: Math.round(done.milliseconds),
      peerMs: null,
      ours: `import of ${megabytes} MB under a memory limit of ${memoryLimitMb} MB, in a process of its own; order checked`,
      peer: `none: at most the limit + 300 MB = ${memoryLimitMb + 300} MB is wanted`,
      peakMemoryMb: done.peakMemoryMb,
    };
  },
};

export default [importBenchmark('import-clean', 0), importBenchmark('import-bad', 0.01), importMemory];
