import { execFileSync, spawnSync } from 'node:child_process';
import { open as openFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../electron/engine/database/Database.ts';
import { binSql } from '../electron/engine/scoring/binSql.ts';
import { bytesPerAccount } from '../electron/engine/whatIf/bytesPerAccount.ts';
import { type BookInHand, holdBook } from '../electron/engine/whatIf/holdBook.ts';
import { RowSet } from '../electron/engine/whatIf/RowSet.ts';
import type { Control, Position } from '../shared/contract/whatIfCalls.ts';
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

const metrics = 32;
const size = 1_000_000;
const columnOf = (name: string) => ({ sql: column(name), type: 'number' as const });
const observed: Definition = definition.parse({
  metrics: leavesOf(benchedModel.dimensions).map(({ metric }) => ({
    id: metric,
    name: metric,
    value: { kind: 'column', source: 'accounts', column: metric },
  })),
});

/** A book of that many accounts, the band of the benched model beside each. */
async function withBook<Value>(accounts: number, use: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await Database.open({ temporaryDirectory: tmpdir(), allowedDirectories: [] });
  try {
    await database.run({ text: `create view plain as ${metricsSelect(accounts, metrics)}` });
    const kept = ['account_id', 'as_of', 'revenue', ...Array.from({ length: metrics }, (_, metric) => `m${metric + 1}`)];
    const keep = kept.map((name) => ({ name, sql: column(name) }));
    const scored = printDuckdb(scoreSelect(benchedModel, { from: table('plain'), where: null, columnOf, keep }));
    await database.run({ text: `create table observations as select ${kept.join(', ')}, band as baseline_band from (${scored})` });
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

function take(database: Database, rows: RowSet, draft: Model, control: Control): Promise<BookInHand> {
  const baseline = { kind: 'model' as const, name: benchedModel.name, model: benchedModel };
  const observations = { definition: observed };
  return holdBook(rows, observations, { database, draft, baseline, control, only: null, columnOf, options: {} });
}

/** Positions a hand passes through: a slider in forty steps, or what another control takes instead. */
type Movement = { control: Control; positions: Position[] };

const steps = Array.from({ length: 40 }, (_, step) => step + 0.5);
const weight = (rescaleSiblings: boolean, node: string): Movement => ({
  control: { kind: 'weight', node, rescaleSiblings },
  positions: steps.map((one) => ({ kind: 'weight', weight: rescaleSiblings ? one / 20 : one })),
});
const movements = {
  weight: weight(false, 'leaf_9'),
  dimension: weight(false, 'd1'),
  rescaled: weight(true, 'leaf_10'),
  steps: {
    control: { kind: 'leaf', leaf: 'leaf_9' },
    positions: steps.map((one) => ({ kind: 'leaf', curve: { kind: 'steps', cuts: [one, 70], points: [30, 70, 100] } })),
  },
  ramp: {
    control: { kind: 'leaf', leaf: 'leaf_10' },
    positions: steps.map((one) => ({
      kind: 'leaf',
      curve: { kind: 'ramp', from: { value: one, points: 0 }, to: { value: 90, points: 100 }, outside: 'clamp' },
    })),
  },
  policy: {
    control: { kind: 'leaf', leaf: 'leaf_9' },
    positions: steps.map((points) => ({ kind: 'leaf', missing: { policy: 'neutral', points } })),
  },
  cuts: { control: { kind: 'cuts' }, positions: steps.map((one) => ({ kind: 'cuts', cuts: [40 + one / 2, 80] })) },
} satisfies Record<string, Movement>;

/** Median time of a kernel pass, and of the same by scoring anew in SQL. */
async function measure(database: Database, rows: RowSet, { control, positions }: Movement, rounds = 9) {
  const book = await take(database, rows, benchedModel, control);
  let next = 0;
  const position = () => positions[next++ % positions.length]!;
  const ours = async () => countTable(book.hand, book.held.at(position()));
  for (let warm = 0; warm < 20; warm++) await ours();
  const measured = await interleaved(ours, () => rescore(database, draftAt(benchedModel, control, position())), rounds);
  return { ...measured, bytesPerAccount: Math.round(bytesPerAccount(book)) };
}

const target = `DuckDB SQL: scoring anew by ${metrics} metrics in three levels, counted by baseline band, band and bin`;

async function onBook(accounts: number, run: (database: Database, rows: RowSet) => Promise<Measurement>): Promise<Measurement> {
  return withBook(accounts, async (database) => run(database, await allRows(database)));
}

const weightEdit: Benchmark = {
  name: 'what-if-weight',
  size,
  run: () =>
    onBook(size, async (database, rows) => {
      const { bytesPerAccount, ...measured } = await measure(database, rows, movements.weight);
      return { ...measured, ours: `joint table of one weight's position, ${bytesPerAccount} bytes an account`, peer: target };
    }),
};

const otherEdit: Benchmark = {
  name: 'what-if-other-edit',
  size,
  run: () =>
    onBook(size, async (database, rows) => {
      const found = [];
      for (const [name, movement] of Object.entries(movements).filter(([name]) => name !== 'weight'))
        found.push({ name, ...(await measure(database, rows, movement)) });
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
    onBook(size, async (database, rows) => {
      const book = await take(database, rows, benchedModel, movements.weight.control);
      const times: number[] = [];
      for (const position of [...movements.weight.positions, ...movements.weight.positions]) {
        const start = performance.now();
        countTable(book.hand, book.held.at(position));
        times.push(performance.now() - start);
      }
      const ours = { ours: "joint table of one weight's position", oursMs: median(times.slice(steps.length)) };
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
  const columns = [...observed.metrics.map(({ id }) => id), 'revenue', band].map((sql) => ({ type: 'double' as const, sql }));
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
      await take(database, rows, benchedModel, movements.weight.control);
      const first = Math.round(performance.now() - start);
      const nodes = ['leaf_9', 'leaf_20', 'd2', 'd0_1', 'leaf_31'];
      let next = 0;
      const measured = await interleaved(
        () => take(database, rows, benchedModel, { kind: 'weight', node: nodes[next++ % nodes.length]!, rescaleSiblings: false }),
        () => rescore(database, benchedModel),
      );
      const ours = `a control taken in hand, the points of the book being held; the first one, which reads them: ${first} ms`;
      return { ...measured, ours, peer: target };
    }),
};

/** Time of a frame as the book grows, beside the exact result. */
const growth = [10_000, 100_000, 1_000_000, 5_000_000, 10_000_000].map(
  (accounts): Benchmark => ({
    name: 'what-if-growth',
    size: accounts,
    run: () =>
      onBook(accounts, async (database, rows) => {
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

export default [weightEdit, otherEdit, againstNumpy, pickUp, ...growth] satisfies Benchmark[];
