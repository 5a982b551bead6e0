import { execFileSync, spawnSync } from 'node:child_process';
import { open as openFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../electron/engine/database/Database.ts';
import type { ObservationTable } from '../electron/engine/observations/ObservationTable.ts';
import { binSql } from '../electron/engine/scoring/binSql.ts';
import { bytesPerAccount } from '../electron/engine/whatIf/bytesPerAccount.ts';
import type { ControlInHand } from '../electron/engine/whatIf/ControlInHand.ts';
import { type BookInHand, holdBook } from '../electron/engine/whatIf/holdBook.ts';
import { moveInHand } from '../electron/engine/whatIf/moveInHand.ts';
import { RowSet } from '../electron/engine/whatIf/RowSet.ts';
import type { Control } from '../shared/contract/whatIfCalls.ts';
import { type Definition, definition } from '../shared/model/definition.ts';
import { leavesOf, type Model } from '../shared/model/model.ts';
import { scoreEdges } from '../shared/scoring/scoreEdges.ts';
import { scoreSelect } from '../shared/scoring/scoreSelect.ts';
import { printDuckdb } from '../shared/sql/printDuckdb.ts';
import { table } from '../shared/sql/select.ts';
import { column } from '../shared/sql/sql.ts';
import { draftAt } from '../shared/whatIf/draftAt.ts';
import { countTable } from '../shared/whatIf/Hand.ts';
import { shiftedBookOf } from '../shared/whatIf/shiftedBookOf.ts';
import { type Benchmark, interleaved, type Measurement, median } from './Benchmark.ts';
import { metricsSelect } from './data.ts';
import { benchedModel } from './scoring.ts';
import { type Movement, movements, ruled, tier } from './whatIfMovements.ts';

const metrics = 32;
const size = 1_000_000;
const columnOf = (name: string) => ({ sql: column(name), type: name === tier ? ('text' as const) : ('number' as const) });
const measured = leavesOf(benchedModel.dimensions).map(({ metric }) => metric);
const observed: Definition = definition.parse({
  metrics: [...measured, tier].map((metric) => ({
    id: metric,
    name: metric,
    valueType: metric === tier ? 'category' : 'number',
    value: { kind: 'column', source: 'accounts', column: metric },
  })),
});
const observations: ObservationTable = {
  ...{ fingerprint: 'bench', table: 'observations', base: 'observations', edition: 1, definition: observed },
  ...{ asOfDates: ['2026-09-30'], attributes: [], absences: [] },
};

/** One in ten has none, as with the metrics. */
const tierOf = `case when m7 > 60 then 'gold' when m7 > 30 then 'silver' when m7 is not null then 'bronze' end as ${tier}`;

/** A book of that many accounts, the band of the benched model beside each. */
async function withBook<Value>(accounts: number, use: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await Database.open({ temporaryDirectory: tmpdir(), allowedDirectories: [] });
  try {
    await database.run({ text: `create view plain as ${metricsSelect(accounts, metrics)}` });
    const kept = ['account_id', 'as_of', 'revenue', ...Array.from({ length: metrics }, (_, metric) => `m${metric + 1}`)];
    const keep = kept.map((name) => ({ name, sql: column(name) }));
    const scored = printDuckdb(scoreSelect(benchedModel, { from: table('plain'), where: null, columnOf, keep }));
    await database.run({
      text: `create table observations as select ${kept.join(', ')}, ${tierOf}, band as baseline_band from (${scored})`,
    });
    return await use(database);
  } finally {
    await database.close();
  }
}

/** The joint table by scoring the whole book anew in SQL: what there is without the kernel. */
function rescore(database: Database, model: Model): Promise<unknown> {
  const keep = ['revenue', 'baseline_band'].map((name) => ({ name, sql: column(name) }));
  const scored = printDuckdb(scoreSelect(model, { from: table('observations'), where: null, columnOf, keep }));
  const bin = binSql(scoreEdges(model), 'score');
  return database.rows({
    text: `select baseline_band, band, ${bin} as bin, count(*) as accounts, sum(revenue) as revenue from (${scored}) group by all`,
  });
}

const allRows = (database: Database) => RowSet.of(database, 'observations', 'true', {});

function take(rows: RowSet, draft: Model, control: Control): Promise<BookInHand> {
  const baseline = { kind: 'model' as const, name: benchedModel.name, model: benchedModel };
  return holdBook(rows, observations, { draft, baseline, control, only: null, columnOf, options: {} });
}

/** Median time of a kernel pass, and of the same by scoring anew in SQL. */
async function measure(database: Database, rows: RowSet, { control, positions, model = benchedModel }: Movement, rounds = 9) {
  const book = await take(rows, model, control);
  let next = 0;
  const position = () => positions[next++ % positions.length]!;
  const ours = async () => countTable(book.hand, book.held.at(position()));
  for (let warm = 0; warm < 20; warm++) await ours();
  const measured = await interleaved(ours, () => rescore(database, draftAt(model, control, position())), rounds);
  return { ...measured, bytesPerAccount: Math.round(bytesPerAccount(book)) };
}

const target = `DuckDB SQL: scoring anew by ${metrics} metrics in three levels, counted by baseline band, band and bin`;

async function onBook(accounts: number, run: (rows: RowSet, database: Database) => Promise<Measurement>): Promise<Measurement> {
  return withBook(accounts, async (database) => run(await allRows(database), database));
}

const weightEdit: Benchmark = {
  name: 'what-if-weight',
  size,
  run: () =>
    onBook(size, async (rows, database) => {
      const { bytesPerAccount, ...measured } = await measure(database, rows, movements.weight);
      return { ...measured, ours: `joint table of one weight's position, ${bytesPerAccount} bytes an account`, peer: target };
    }),
};

const otherEdit: Benchmark = {
  name: 'what-if-other-edit',
  size,
  run: () =>
    onBook(size, async (rows, database) => {
      const found = [];
      for (const [name, movement] of Object.entries(movements).filter(([name]) => name !== 'weight'))
        found.push({ name, ...(await measure(database, rows, movement, 3)) });
      const ratio = ({ oursMs, peerMs }: Measurement) => (peerMs ?? 0) / oursMs;
      const worst = found.sort((one, other) => ratio(one as never) - ratio(other as never))[0]!;
      const each = found.map(
        ({ name, oursMs, peerMs, bytesPerAccount }) => `${name} ${oursMs} ms (SQL ${peerMs}), ${bytesPerAccount} bytes`,
      );
      return { ...worst, ours: `the worst ratio, ${worst.name}; ${each.join('; ')} an account`, peer: target };
    }),
};

/** Accounts in each band of the draft, withheld last, with the first weight at a value. */
function bandsAt(book: BookInHand, weight: number): number[] {
  const { migrationAccounts } = shiftedBookOf(countTable(book.hand, book.held.at({ kind: 'weight', weight })), book.standsFor);
  return migrationAccounts[0]!.map((_, band) => migrationAccounts.reduce((sum, row) => sum + row[band]!, 0));
}

const againstNumpy: Benchmark = {
  name: 'what-if-numpy',
  size,
  run: () =>
    onBook(size, async (rows) => {
      const book = await take(rows, benchedModel, movements.weight.control);
      const times: number[] = [];
      for (const position of [...movements.weight.positions, ...movements.weight.positions]) {
        const start = performance.now();
        countTable(book.hand, book.held.at(position));
        times.push(performance.now() - start);
      }
      const ours = { ours: "joint table of one weight's position", oursMs: median(times.slice(movements.weight.positions.length)) };
      const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
      const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0);
      if (!python) return { ...ours, peerMs: null, peer: 'numpy is not installed', peakMemoryMb };
      const file = join(tmpdir(), `plumbline-bench-${process.pid}.f64`);
      try {
        await writeColumns(rows, file);
        const numpy = JSON.parse(execFileSync(python, ['bench/peers/rescore.py', file, String(size)], { encoding: 'utf8' }));
        const bands = bandsAt(book, 3.5);
        if (JSON.stringify(bands) !== JSON.stringify(numpy.bands))
          throw new Error(`The two do not compute the same: ${JSON.stringify([bands, numpy.bands])}`);
        const closed = Math.round(numpy.closedMs * 10) / 10;
        const peer = `numpy scoring all ${metrics} metrics anew; numpy doing the closed form: ${closed} ms`;
        return { ...ours, peer, peerMs: Math.round(numpy.fullMs * 10) / 10, peakMemoryMb };
      } finally {
        await rm(file, { force: true });
      }
    }),
};

/** The metrics, revenue and baseline band (as a number) of all rows, column after column. */
async function writeColumns(rows: RowSet, file: string): Promise<void> {
  const band = "case baseline_band when 'red' then 0 when 'yellow' then 1 when 'green' then 2 else 3 end";
  const columns = [...measured, 'revenue', band].map((sql) => ({ type: 'double' as const, sql }));
  const open = await openFile(file, 'w');
  try {
    for (const column of columns) {
      await rows.read([column], {});
      await open.write(new Uint8Array(rows.column(column).buffer));
      rows.forget(0);
    }
  } finally {
    await open.close();
  }
}

const pickUp: Benchmark = {
  name: 'what-if-pick-up',
  size,
  run: () =>
    withBook(size, async (database) => {
      const rows = await allRows(database);
      const start = performance.now();
      await take(rows, benchedModel, movements.weight.control);
      const first = Math.round(performance.now() - start);
      const nodes = ['leaf_9', 'leaf_20', 'd2', 'd0_1', 'leaf_31'];
      let next = 0;
      const measured = await interleaved(
        () => take(rows, benchedModel, { kind: 'weight', node: nodes[next++ % nodes.length]!, rescaleSiblings: false }),
        () => rescore(database, benchedModel),
      );
      const ours = `a control taken in hand, the points of the book being held; the first one, which reads them: ${first} ms`;
      return { ...measured, ours, peer: target };
    }),
};

/** The window asks for segments and movers 70 ms after the last edit (restMilliseconds); they are to be there within 250. */
const restMs = 250 - 70;

const atRest: Benchmark = {
  name: 'what-if-rest',
  size,
  run: () =>
    onBook(size, async (rows) => {
      const { control, positions } = movements.weight;
      const baseline = { kind: 'model' as const, name: benchedModel.name, model: benchedModel };
      const shared = { draft: ruled, baseline, control, only: null };
      const book = await take(rows, ruled, control);
      const inHand: ControlInHand = { ...shared, observations, asOf: '2026-09-30', book, proof: null };
      const times: number[] = [];
      for (const position of positions) {
        const start = performance.now();
        await moveInHand(inHand, { hand: '', position, segments: true, movers: { kind: 'largest', limit: 50 } }, {});
        times.push(performance.now() - start);
      }
      const slowest = Math.round(Math.max(...times.slice(5)));
      const ours = `the book, its three segments and the 50 largest movers with their reasons; the slowest of 35 ${slowest} ms`;
      const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
      return { ours, oursMs: median(times.slice(5)), peer: 'what is left of 250 ms after 70 ms of rest', peerMs: restMs, peakMemoryMb };
    }),
};

/** Time of a frame as the book grows, beside the exact result. */
const growth = [10_000, 100_000, 1_000_000, 5_000_000, 10_000_000].map(
  (accounts): Benchmark => ({
    name: 'what-if-growth',
    size: accounts,
    run: () =>
      onBook(accounts, async (rows, database) => {
        const { bytesPerAccount: _, ...measured } = await measure(database, rows, movements.weight, accounts > size ? 3 : 9);
        const inHand = rows.count.toLocaleString('en-US');
        return {
          ...measured,
          ours: `joint table of one weight's position, ${inHand} accounts in hand`,
          peer: `the exact result: ${target}`,
        };
      }),
  }),
);

export default [weightEdit, otherEdit, againstNumpy, pickUp, atRest, ...growth] satisfies Benchmark[];
