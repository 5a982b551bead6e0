import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/createEngine.ts';
import type { Shape } from '../../../shared/model/reading.ts';
import type { ColumnType } from '../../../shared/model/source.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

let folder: string;
let engine: Engine;
beforeEach(async () => {
  folder = temporaryFolder();
  engine = createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: 'resources' });
  await engine.invoke('create-study', { path: join(folder, 'study') });
  onTestFinished(() => engine.close());
});

/** Imports a file with these types for its columns; the others as proposed. */
async function importAs(name: string, content: string, types: Record<string, ColumnType> = {}, format = 'csv') {
  const path = join(folder, `${name}.${format}`);
  writeFileSync(path, content);
  const { plan } = await engine.invoke('inspect-file', { path });
  const columns = plan.columns.map((column) => ({ ...column, type: types[column.name] ?? column.type }));
  return engine.invoke('import-source', { path, as: name, plan: { ...plan, columns }, exportedOn: '2025-06-30' });
}

const asEvents: Shape = { kind: 'events', date: 'opened' };
const accounts = 'id,plan\nA,pro\nB,pro\n';
const readings = (source: string, shape: Shape) => ({
  account: { source: 'accounts', key: 'id' },
  readings: [{ source, shape, link: { column: 'account', to: 'accounts' } }],
});
const counted = async (id: string) => (await engine.invoke('count-rows', {})).sources.find(({ source }) => source === id)!;
const rejectedRows = async (source: string) =>
  (await engine.invoke('list-rejects', { source, kind: 'row' })).rejects.map(({ record, line, column, value }) => [
    record,
    line,
    column,
    value,
  ]);

const tickets = [
  'account,opened,minutes',
  'A,2025-05-01,10', // record 1, line 2
  'A,2025-05-02', // broken
  ',2025-05-03,30',
  'B,someday,later', // no day that exists, and a cell beside it
  'B,2025-05-05,oops', // a cell only
  'n/a,2025-05-06,60',
  'B,,70',
  'B,2025-05-08,80', // record 8, line 9
].join('\n');
const asTickets = { opened: 'date', minutes: 'number' } as const;

test('rows without a key or a day that the definition needs are rejected, counted, listed with their place and exported', async () => {
  await importAs('accounts', accounts);
  await importAs('tickets', tickets, asTickets);
  expect(await counted('tickets')).toMatchObject({ records: 8, loaded: 7, rejected: 1, broken: 1, incomplete: [], unconverted: 3 });

  await engine.invoke('define-study', { document: readings('tickets', asEvents) });
  expect(await counted('tickets')).toEqual({
    source: 'tickets',
    records: 8,
    loaded: 3,
    rejected: 5,
    broken: 1,
    incomplete: [
      { column: 'account', rows: 2 },
      { column: 'opened', rows: 2 },
    ],
    unconverted: 1,
  });
  expect(await rejectedRows('tickets')).toEqual([
    [2, 3, null, 'A,2025-05-02'],
    [3, 4, 'account', null],
    [4, 5, 'opened', 'someday'],
    [6, 7, 'account', null],
    [7, 8, 'opened', null],
  ]);
  const { rejects } = await engine.invoke('list-rejects', { source: 'tickets' });
  expect(rejects.filter(({ kind }) => kind === 'cell')).toMatchObject([{ record: 5, line: 6, column: 'minutes', value: 'oops' }]);
  expect(rejects.map(({ reason }) => reason)).toMatchObject({
    1: 'is missing, and every row needs its account key',
    2: 'is not a day that exists, written in the chosen order, and every row needs its day',
  });

  const rows = await engine.invoke('list-rows', { source: 'tickets' });
  expect([rows.total, rows.rows.map(([, day]) => day)]).toEqual([3, ['2025-05-01', '2025-05-05', '2025-05-08']]);
  const report = await engine.invoke('report-study', {});
  expect(report.sources.find(({ source }) => source === 'tickets')).toMatchObject({ records: 8, loaded: 3, rejected: 5, unconverted: 1 });
  expect(report.findings.find(({ code }) => code === 'rejected-rows')).toMatchObject({
    source: 'tickets',
    count: 5,
    of: 8,
    sentence: expect.stringContaining('1 broken, 2 without a readable "account", 2 without a readable "opened"'),
  });

  const path = join(folder, 'rejects.csv');
  expect(await engine.invoke('export-rejects', { source: 'tickets', path })).toMatchObject({ rows: 6 });
  expect(readFileSync(path, 'utf8').split('\n')[3]).toContain('4,5,opened,someday,');
});

test('a refresh says how many rows lack what the study needs', async () => {
  await importAs('accounts', accounts);
  const { notices } = await importAs('tickets', tickets, asTickets);
  await engine.invoke('define-study', { document: readings('tickets', asEvents) });
  const again = await importAs('tickets', tickets, asTickets);
  expect(again.rows).toMatchObject({ records: 8, loaded: 3, rejected: 5 });
  expect(again.notices).toEqual([
    ...notices,
    '2 rows have no readable "account", which the study needs of every row: rejected and listed.',
    '2 rows have no readable "opened", which the study needs of every row: rejected and listed.',
  ]);
});

test('a count that is cancelled, or fails, once the study holds the new file leaves the import done and says so', async () => {
  await importAs('accounts', accounts);
  await importAs('tickets', tickets, asTickets);
  await engine.invoke('define-study', { document: readings('tickets', asEvents) });
  const { revision } = await engine.invoke('read-study', {});
  const stop = new AbortController();
  const study = join(folder, 'study', 'study.json');
  const signal = {
    get aborted() {
      return readFileSync(study, 'utf8').includes('data/tickets-2.parquet');
    },
    addEventListener: stop.signal.addEventListener.bind(stop.signal),
    removeEventListener: stop.signal.removeEventListener.bind(stop.signal),
  };
  const { open, rows, notices } = await engine.invoke('import-source', { path: join(folder, 'tickets.csv'), as: 'tickets' }, { signal });
  expect(open.revision).toBe(revision + 1);
  expect(rows).toMatchObject({ records: 8, loaded: 7, rejected: 1, broken: 1, incomplete: [], unconverted: 3 });
  expect(notices.at(-1)).toContain('not counted: that was cancelled.');
  expect(await counted('tickets')).toMatchObject({ loaded: 3, rejected: 5 });
});

test('columns called as a query calls its own are columns as any other', async () => {
  await importAs('accounts', accounts);
  const notes = 'account,Row,which\nA,10,2025-05-01\nB,later,someday\nA,oops,2025-05-03\n,40,2025-05-04\n';
  await importAs('notes', notes, { Row: 'number', which: 'date' });
  expect(await counted('notes')).toMatchObject({ records: 4, loaded: 4, unconverted: 3 });
  await engine.invoke('define-study', { document: readings('notes', { kind: 'events', date: 'which' }) });
  expect(await counted('notes')).toMatchObject({
    loaded: 2,
    rejected: 2,
    unconverted: 1,
    incomplete: [
      { column: 'account', rows: 1 },
      { column: 'which', rows: 1 },
    ],
  });
  const { rejects } = await engine.invoke('list-rejects', { source: 'notes' });
  expect(rejects.map(({ kind, record, line, column, value }) => [kind, record, line, column, value])).toEqual([
    ['row', 2, 3, 'which', 'someday'],
    ['cell', 3, 4, 'Row', 'oops'],
    ['row', 4, 5, 'account', null],
  ]);
});

test('columns of text called so leave counting, report, export and the next import as they are', async () => {
  await importAs('accounts', accounts);
  const notes = 'account,Row,which,minutes\nA,x,y,1\n,x,y,2\nB,x,y,oops\n';
  await importAs('notes', notes, { minutes: 'number' });
  await engine.invoke('define-study', { document: readings('notes', { kind: 'snapshot' }) });
  const { rows } = await importAs('notes', notes, { minutes: 'number' });
  expect(rows).toMatchObject({ loaded: 2, rejected: 1, unconverted: 1 });
  const { sources } = await engine.invoke('report-study', {});
  expect(sources.find(({ source }) => source === 'notes')).toMatchObject({ loaded: 2, rejected: 1 });
  const path = join(folder, 'rejects.csv');
  expect(await engine.invoke('export-rejects', { source: 'notes', path })).toMatchObject({ rows: 2 });
  expect(readFileSync(path, 'utf8')).toContain('3,4,minutes,oops,');
});

test('what was said of a row can be taken back, and the row is loaded again', async () => {
  await importAs('accounts', accounts);
  await importAs('tickets', tickets, asTickets);
  await engine.invoke('define-study', { document: readings('tickets', asEvents) });
  await engine.invoke('define-study', { document: { account: { source: 'accounts', key: 'id' }, readings: [] }, replace: true });
  expect(await counted('tickets')).toMatchObject({ loaded: 7, rejected: 1, unconverted: 3 });
});

test('an empty end is open, an end that cannot be read is no end', async () => {
  await importAs('accounts', accounts);
  const contracts = 'account,starts,ends\nA,2025-01-01,\nA,2025-01-02,n/a\nB,2025-01-03,soon\nB,2025-01-04,2025-12-31\n';
  await importAs('contracts', contracts, { ends: 'date' });
  await engine.invoke('define-study', {
    document: readings('contracts', { kind: 'intervals', from: 'starts', to: 'ends', toInclusive: false }),
  });
  expect(await counted('contracts')).toMatchObject({ records: 4, loaded: 3, rejected: 1, unconverted: 0 });
  expect(await rejectedRows('contracts')).toEqual([[3, 4, 'ends', 'soon']]);
});

test('the day it declares unique is that of a row that is loaded', async () => {
  await importAs('accounts', accounts);
  await importAs('tickets', 'id,account,opened,minutes\n1,,2025-05-01,5\n1,A,2025-05-02,7\n', { id: 'text' });
  const { account, readings: said } = readings('tickets', { kind: 'events', date: 'opened' });
  const value = { kind: 'window', source: 'tickets', aggregate: 'sum', column: 'minutes', windowDays: 90 };
  await engine.invoke('define-study', {
    document: {
      account,
      asOf: { kind: 'list', dates: ['2025-06-30'] },
      readings: [{ ...said[0]!, uniqueKey: 'id', repeatedKeys: 'first', covers: { from: '2025-01-01', to: '2025-06-30' } }],
      metrics: [{ id: 'minutes', name: 'Minutes', direction: 'lower', value }],
    } as never,
  });
  expect(await engine.invoke('profile-metric', { metric: 'minutes' })).toMatchObject({ min: 7, max: 7 });
});

test.each([
  [
    'a record over two lines stands before it: the record is known, the line is not',
    'csv',
    'account,note\nA,"two\nlines"\n,x\n',
    [[2, null]],
  ],
  ['NDJSON', 'ndjson', '{"account":"A"}\n{"account":null,"note":"x"}\n', [[2, 2]]],
  [
    'a record that is no object stands before it',
    'ndjson',
    '{"account":"A"}\n7\n{"account":null,"note":"x"}\n',
    [
      [2, 2],
      [3, null],
    ],
  ],
])('places: %s', async (_, format, content, places) => {
  await importAs('accounts', accounts);
  await importAs('notes', content, {}, format);
  await engine.invoke('define-study', { document: readings('notes', { kind: 'snapshot' }) });
  expect((await rejectedRows('notes')).map((one) => one.slice(0, 2))).toEqual(places);
});
