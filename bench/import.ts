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

/** DuckDB's own ways to the same columns: typed while reading, with rows that do not convert refused or dropped, or cast after reading so that only the cell is lost. */
const copies = {
  refusing: { says: "DuckDB's COPY of the same columns to Parquet", read: typedRead('') },
  casting: { says: "DuckDB's COPY of try_cast of the same columns: cells that do not convert are lost unlisted", read: castRead() },
  dropping: {
    says: "DuckDB's COPY of the same columns: rows with a bad value are lost unlisted",
    read: typedRead(', ignore_errors = true'),
  },
};

function typedRead(options: string): (path: string) => string {
  return (path) => `select * from ${csv(path, (type) => storedTypes[type], options)}`;
}

function castRead(): (path: string) => string {
  const cells = csvColumns.map(([name, type]) => (type === 'text' ? name : `try_cast(${name} as ${storedTypes[type]}) as ${name}`));
  return (path) => `select ${cells.join(', ')} from ${csv(path, () => 'VARCHAR', '')}`;
}

function csv(path: string, typeOf: (type: (typeof csvColumns)[number][1]) => string, options: string): string {
  const columns = csvColumns.map(([name, type]) => `'${name}': '${typeOf(type)}'`).join(', ');
  return `read_csv(${quoteText(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns}}${options})`;
}

async function copyByDuckDb(select: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-copy-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`copy (${select}) to ${quoteText(join(folder, 'out.parquet'))} (format parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

function importBenchmark(name: string, badShare: 0 | 0.01, copy: keyof typeof copies): Benchmark {
  return {
    name,
    size: rows,
    async run(): Promise<Measurement> {
      const path = await csvFile(rows, badShare);
      const study = await openBenchStudy();
      const { says, read } = copies[copy];
      try {
        const counts = await study.importAccounts(path);
        if (counts.loaded !== rows) throw new Error(`${counts.loaded} of ${rows} rows were loaded`);
        return {
          ...(await interleaved(
            () => study.importAccounts(path),
            () => copyByDuckDb(read(path)),
          )),
          ours: `import into a study: ${csvColumns.length} columns, ${counts.unconverted} cells that do not convert listed, hash, independent count of records, fsync`,
          peer: says,
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

export default [
  importBenchmark('import-clean', 0, 'refusing'),
  importBenchmark('import-bad-casting', 0.01, 'casting'),
  importBenchmark('import-bad', 0.01, 'dropping'),
  importMemory,
];
