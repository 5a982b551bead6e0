import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Query } from '../../../electron/engine/database/query.ts';
import { writeTable } from '../../../electron/engine/export/writeTable.ts';
import { Session } from '../../../electron/engine/Session.ts';
import { holdStudy } from '../../../electron/engine/study/holdStudy.ts';
import { StudyStore } from '../../../electron/engine/study/StudyStore.ts';
import { failureOf } from '../import/importing.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

let folder: string;
let session: Session;
beforeEach(async () => {
  folder = temporaryFolder();
  session = new Session({ userDirectory: join(folder, 'user'), resourcesDirectory: 'resources' });
  await holdStudy(session, await StudyStore.create(join(folder, 'study')));
  onTestFinished(() => session.close());
});

const query: Query = {
  text: `select * from (values
    ('=1+1', -5.5::double, date '2024-02-29', true, '+49 30'),
    ('@sum', 2, null, false, null),
    ('plain', 12345678, date '0001-01-01', null, '-x')) as t(name, "=amount", day, flag, phone) where name <> $1`,
  values: ['nobody'],
};
const options = { signal: new AbortController().signal, onProgress: () => {} };
const write = (name: string) => writeTable(session, query, join(folder, name), options);

test('CSV: text that would be a formula is made inert, numbers are not touched', async () => {
  expect(await write('a.csv')).toEqual({ path: join(folder, 'a.csv'), rows: 3 });
  expect(readFileSync(join(folder, 'a.csv'), 'utf8').split('\n')).toEqual([
    "name,'=amount,day,flag,phone",
    "'=1+1,-5.5,2024-02-29,true,'+49 30",
    "'@sum,2.0,,false,",
    "plain,12345678.0,0001-01-01,,'-x",
    '',
  ]);
});

test('TSV', async () => {
  await write('a.tsv');
  expect(readFileSync(join(folder, 'a.tsv'), 'utf8').split('\n')[1]).toBe("'=1+1\t-5.5\t2024-02-29\ttrue\t'+49 30");
});

test('JSON and Parquet keep every value as it is', async () => {
  await write('a.json');
  expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))[0]).toMatchObject({ name: '=1+1', '=amount': -5.5, day: '2024-02-29' });
  await write('study/a.parquet');
  const rows = await session.analysis.database.rows({
    text: 'select name from read_parquet($1)',
    values: [join(folder, 'study/a.parquet')],
  });
  expect(rows).toEqual([{ name: '=1+1' }, { name: '@sum' }, { name: 'plain' }]);
});

test('XLSX: text cells are text, numbers numbers, no formulas', async () => {
  expect((await write('a.xlsx')).rows).toBe(3);
  const [sheet] = await readWorkbook(join(folder, 'a.xlsx'));
  expect(sheet!.data).toEqual([
    ['name', '=amount', 'day', 'flag', 'phone'],
    ['=1+1', -5.5, '2024-02-29', true, '+49 30'],
    ['@sum', 2, null, false, null],
    ['plain', 12345678, '0001-01-01', null, '-x'],
  ]);
});

test('an existing file is replaced, whole', async () => {
  writeFileSync(join(folder, 'a.csv'), 'old');
  await write('a.csv');
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toMatch(/^name,/);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('what cannot be written says why and leaves nothing', async () => {
  expect(await failureOf(write('a.docx'))).toMatchObject({ code: 'export-ending', sentence: expect.stringContaining('.xlsx') });
  expect((await failureOf(write('nowhere/a.csv'))).code).toBe('disk-refused');
  mkdirSync(join(folder, 'folder.csv'));
  expect((await failureOf(write('folder.csv'))).code).toBe('disk-refused');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const stop = new AbortController();
  stop.abort();
  expect((await failureOf(writeTable(session, query, join(folder, 'b.csv'), { ...options, signal: stop.signal }))).code).toBe('cancelled');
  expect(readdirSync(folder)).not.toContain('b.csv');
  const tooWide: Query = { text: `select ${Array.from({ length: 16_385 }, (_, index) => `1 as c${index}`).join(', ')}` };
  expect((await failureOf(writeTable(session, tooWide, join(folder, 'wide.xlsx'), options))).code).toBe('export-too-large');
});
