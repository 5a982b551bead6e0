import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { createEngine } from '../electron/engine/createEngine.ts';
import { Analysis } from '../electron/engine/study/Analysis.ts';
import { StudyStore } from '../electron/engine/study/StudyStore.ts';
import type { DefinitionDocument } from '../shared/model/study.ts';
import { definitionDocument } from '../shared/model/study.ts';
import { quoteText } from '../shared/sql/quoteText.ts';
import { type Benchmark, interleaved, type Measurement, median } from './Benchmark.ts';
import { accountFile, eventFile } from './data.ts';
import { handWrittenObservations } from './peers/handWrittenObservations.ts';

const events = 10_000_000;
const accounts = 100_000;
const ours = 'observations of one as-of date, ten metrics, from 10 million events of 100,000 accounts';

const metric = (id: string, aggregate: string, extra: object = {}) => ({
  id,
  name: id,
  value: { kind: 'window', source: 'events', aggregate, windowDays: 90, ...extra },
});

const document: DefinitionDocument = definitionDocument.parse({
  account: { source: 'accounts', key: 'account_id', name: 'name', start: 'started_on' },
  readings: [
    { source: 'accounts', shape: { kind: 'snapshot' }, exportedOn: '2026-09-30' },
    {
      source: 'events',
      shape: { kind: 'events', date: 'event_date' },
      link: { column: 'account_id', to: 'accounts' },
      unseenAccounts: 'zero',
      exportedOn: '2026-09-30',
    },
  ],
  asOf: { kind: 'list', dates: ['2026-09-30'] },
  metrics: [
    metric('events', 'count'),
    metric('logins', 'count', { where: "kind = 'login'" }),
    metric('exports', 'count', { where: "kind = 'export'" }),
    metric('amount', 'sum', { column: 'amount' }),
    metric('api_mean', 'mean', { column: 'amount', where: "kind = 'api'" }),
    metric('largest', 'max', { column: 'amount' }),
    metric('kinds', 'distinct', { column: 'kind' }),
    metric('recency', 'days-since-last'),
    metric('events_30d', 'count', { windowDays: 30 }),
    metric('amount_30d', 'sum', { column: 'amount', windowDays: 30 }),
  ],
});

/** A study with the events imported, for as long as `use` runs. */
async function withStudy<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-observations-'));
  const path = join(folder, 'study');
  const engine = createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: 'resources' });
  try {
    await engine.invoke('create-study', { path });
    await engine.invoke('import-source', { path: await accountFile(accounts), as: 'accounts' });
    await engine.invoke('import-source', { path: await eventFile(events, accounts), as: 'events' });
    await engine.invoke('define-study', { document });
    await engine.close();
    return await use(path);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sums that tell whether two ways computed the same; events are whole numbers, amounts differ by the order of adding. */
async function sums(analysis: Analysis, from: string): Promise<{ events: number; amount: number }> {
  const [row] = await analysis.database.rows<{ events: number; amount: number }>({
    text: `select sum(events) as events, sum(amount) as amount from ${from}`,
  });
  return row!;
}

function mustAgree(one: { events: number; amount: number }, other: { events: number; amount: number }): void {
  if (one.events !== other.events || Math.abs(one.amount - other.amount) > 1e-6 * one.amount)
    throw new Error(`The two do not compute the same: ${JSON.stringify([one, other])}`);
}

const againstSql: Benchmark = {
  name: 'observations',
  size: events,
  run: () =>
    withStudy(async (path) => {
      const store = await StudyStore.open(path);
      let analysis = await Analysis.open(store, {});
      try {
        const measured = await interleaved(
          async () => {
            await analysis.close();
            analysis = await Analysis.open(store, {});
            await analysis.observations();
          },
          () => analysis.database.run({ text: `create or replace table by_hand as ${handWrittenObservations}` }),
        );
        mustAgree(await sums(analysis, (await analysis.observations()).table), await sums(analysis, 'by_hand'));
        return { ...measured, ours: `${ours}, the database opened anew`, peer: 'one hand-written SQL query into a table' };
      } finally {
        await analysis.close();
        await store.close();
      }
    }),
};

const againstPandas: Benchmark = {
  name: 'observations-pandas',
  size: events,
  run: () =>
    withStudy(async (path): Promise<Measurement> => {
      const store = await StudyStore.open(path);
      let analysis = await Analysis.open(store, {});
      const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);
      const csv = join(tmpdir(), 'plumbline-bench', `events-${events}.csv`);
      try {
        if (python && !existsSync(csv)) await writeCsv(csv);
        const times = { ours: [] as number[], peer: [] as number[], read: [] as number[] };
        for (let round = 0; round < 3; round++) {
          await analysis.close();
          const start = performance.now();
          analysis = await Analysis.open(store, {});
          const found = await sums(analysis, (await analysis.observations()).table);
          times.ours.push(performance.now() - start);
          if (!python) continue;
          const notebook = JSON.parse(execFileSync(python, ['bench/peers/observations.py', csv, String(accounts)], { encoding: 'utf8' }));
          mustAgree(found, notebook);
          times.peer.push(notebook.computeMs);
          times.read.push(notebook.readMs);
        }
        return {
          ours,
          oursMs: median(times.ours),
          peer: python ? `pandas group-by on events in memory, after ${median(times.read)} ms of read_csv` : 'pandas is not installed',
          peerMs: python ? median(times.peer) : null,
          peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
        };
      } finally {
        await analysis.close();
        await store.close();
      }
    }),
};

async function writeCsv(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const from = quoteText(await eventFile(events, accounts));
  await connection.run(
    `copy (select account_id, event_date, kind, amount from read_parquet(${from})) to ${quoteText(path)} (format csv, header)`,
  );
  connection.closeSync();
  instance.closeSync();
}

const benchmarks: readonly Benchmark[] = [againstSql, againstPandas];
export default benchmarks;
