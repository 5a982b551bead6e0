import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf, fileWith, importing, inspect } from './importing.ts';

describe('files that cannot be imported say why and where', () => {
  test.each<[string, string | Uint8Array, string, string, RegExp]>([
    ['empty file', '', 'accounts.csv', 'file-empty', /accounts\.csv is empty/],
    ['blank file', '\n\n  \n', 'accounts.csv', 'file-empty', /is empty/],
    ['header only', 'id,name\n', 'accounts.csv', 'file-without-rows', /no rows \(2 columns/],
    [
      'binary file called .csv',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
      'accounts.csv',
      'file-not-supported',
      /byte \d+ is no text/,
    ],
    ['picture called .csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'accounts.csv', 'file-not-supported', /a picture/],
    ['old Excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), 'accounts.xls', 'file-not-supported', /save it as \.xlsx/],
    ['unterminated quote', 'id,name\n1,Acme\n2,"Borg\n3,Core\n', 'accounts.csv', 'quote-unterminated', /opened at line 3/],
    ['cut gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2]), 'accounts.csv.gz', 'archive-damaged', /gzip/],
    ['JSON list that never ends', '[{"id": 1},\n{"id": 2}', 'accounts.json', 'json-damaged', /line 1/],
    ['JSON object that never ends', '[{"id": 1},\n{"id": 2', 'accounts.json', 'json-damaged', /line 2/],
    ['empty JSON list', '[]', 'accounts.json', 'file-without-rows', /no rows/],
    ['Parquet of four bytes', 'PAR1', 'accounts.parquet', 'parquet-damaged', /Parquet/],
    ['ZIP that is no workbook', 'PK\x03\x04 and no more', 'accounts.xlsx', 'workbook-damaged', /its end is missing/],
  ])('%s', async (_, content, name, code, sentence) => {
    const failure = await failureOf(importing(fileWith(content, name)));
    expect(failure).toMatchObject({ code, sentence: expect.stringMatching(sentence) });
  });

  test('a missing file and a folder', async () => {
    const path = fileWith('id\n1\n');
    expect((await failureOf(importing(`${path}.gone`))).code).toBe('file-missing');
    mkdirSync(`${path} folder`);
    expect((await failureOf(importing(`${path} folder`))).sentence).toMatch(/it is a folder/);
  });

  test('a record of 100 MB below a header names its line', async () => {
    const path = fileWith('id,name\n1,');
    appendFileSync(path, Buffer.alloc(100 << 20, 'x'));
    expect(await failureOf(importing(path))).toMatchObject({ code: 'line-too-long', sentence: expect.stringContaining('Line 2') });
  });

  test('a line without an end', async () => {
    const path = fileWith('');
    writeFileSync(path, Buffer.alloc(12 << 20, 'x'));
    expect(await failureOf(inspect(path))).toMatchObject({ code: 'line-too-long', sentence: expect.stringContaining('Line 1') });
  });
});

describe('what is broken is listed and the rest is loaded', () => {
  test('ragged rows, with blank lines and a field over two lines before them', async () => {
    const path = fileWith('id,name\n1,"Ac\nme"\n\n2\n3,Core\n4,Dyn,x,y\n5,Elm\n');
    const { counts, rows, listed } = await importing(path);
    expect(counts).toEqual({ records: 5, loaded: 3, rejected: 2, unconverted: 0 });
    expect(rows).toEqual([
      [1, 'Ac\nme'],
      [3, 'Core'],
      [5, 'Elm'],
    ]);
    expect(listed).toMatchObject([
      { kind: 'row', record: 2, line: 5, reason: 'has 1 fields instead of 2' },
      { kind: 'row', record: 4, line: 7, value: '4,Dyn,x,y', reason: 'has more than the 2 fields of the table' },
    ]);
  });

  test('a last record of one character, behind a blank line and a mark', async () => {
    const { listed } = await importing(fileWith('\ufeffid,name\n1,Acme\n\n5'));
    expect(listed).toMatchObject([{ kind: 'row', record: 2, line: 4, value: '5' }]);
  });

  test('a row behind one that is loaded, both ended by a pair', async () => {
    const { listed, rows } = await importing(fileWith('id,name\r\n1,Acme\r\n5\r\n6,Borg\r\n'));
    expect(rows).toHaveLength(2);
    expect(listed).toMatchObject([{ kind: 'row', record: 2, line: 3, value: '5' }]);
  });

  test('cells that do not convert keep their record and line behind rejected rows and records of several lines', async () => {
    const { plan } = await inspect(fileWith('id,note,score\n1,a,1\n'));
    const text = `id,note,score\n1,"two\nlines",10\nbroken\n2,b,oops\n3,c,30\n\n4,d,NaN\n5,e,n/a\n6,f,inf\n7,g, \n`;
    const { counts, listed, rows } = await importing(fileWith(text), plan);
    expect(counts).toEqual({ records: 8, loaded: 7, rejected: 1, unconverted: 4 });
    expect(rows.map((row) => row[2])).toEqual([10, null, 30, null, null, null, null]);
    expect(listed.map(({ kind, record, line, column, value }) => [kind, record, line, column, value])).toEqual([
      ['row', 2, 4, null, 'broken'],
      ['cell', 3, 5, 'score', 'oops'],
      ['cell', 5, 8, 'score', 'NaN'],
      ['cell', 7, 10, 'score', 'inf'],
      ['cell', 8, 11, 'score', ' '],
    ]);
  });

  test('a row lists each of its cells, whatever they hold', async () => {
    const { plan } = await inspect(fileWith('id,score,seen,paid\n1,1,2024-01-01,true\n'));
    const { listed } = await importing(fileWith('id,score,seen,paid\n1,2=3=x,never\x1f3=later,maybe\n2,,-,\n'), plan);
    expect(listed.map(({ record, column, value }) => [record, column, value])).toEqual([
      [1, 'score', '2=3=x'],
      [1, 'seen', 'never␟3=later'],
      [1, 'paid', 'maybe'],
    ]);
  });

  test('mixed encodings: the rows that are not UTF-8', async () => {
    const path = fileWith(Buffer.concat([Buffer.from('id,name\n1,Zoë\n2,Caf'), Buffer.from([0xe9]), Buffer.from('\n3,Ünal\n')]));
    const inspection = await inspect(path);
    expect(inspection.plan.encoding).toBe('utf-8');
    expect(inspection.notices.join()).toMatch(/encodings are mixed.*line 3/);
    const { counts, listed } = await importing(path);
    expect(counts).toMatchObject({ records: 3, loaded: 2, rejected: 1 });
    expect(listed).toMatchObject([{ kind: 'row', record: 2, line: 3, value: '2,Caf\\xE9', reason: expect.stringContaining('not UTF-8') }]);
  });

  test('mixed encodings: foreign bytes stay visible wherever they stand, sound characters beside them too', async () => {
    const bytes = (text: string) => Buffer.from(text, 'latin1');
    const parts = [Buffer.from('id,name\n1,Zoë\n2,"é '), bytes('\xe9\xff\nb'), Buffer.from('€"\n3,'), bytes('\xc3\n4,\xf0\x9f,x\n')];
    const { counts, listed } = await importing(fileWith(Buffer.concat([...parts, Buffer.from('5,😀\n')])));
    expect(counts).toMatchObject({ records: 5, loaded: 2, rejected: 3 });
    expect(listed.map(({ record, value }) => [record, value])).toEqual([
      [2, '2,"é \\xE9\\xFF\nb€"'],
      [3, '3,\\xC3'],
      [4, '4,\\xF0\\x9F,x'],
    ]);
  });

  test('a record longer than any table has', async () => {
    const { counts, listed } = await importing(fileWith(`id,name\n1,a\n2,${'x'.repeat(3_000_000)}\n3,c\n`));
    expect(counts).toMatchObject({ records: 3, loaded: 2, rejected: 1 });
    expect(listed).toMatchObject([{ record: 2, line: 3, reason: expect.stringContaining('2000000 bytes') }]);
  });

  test('NUL bytes stay in their cells and are said', async () => {
    const { rows, notices } = await importing(fileWith('id,name\n1,a\n2,b\0c\n'));
    expect(rows[1]).toEqual([2, 'b\0c']);
    expect(notices.join()).toMatch(/Line 3 .* NUL/);
  });

  test('lines that end in several ways', async () => {
    const { rows, counts } = await importing(fileWith('id,name\r\n1,a\n2,"b\r\nc"\r\n3,d\r4,e\n'));
    expect(counts).toMatchObject({ records: 4, loaded: 4 });
    expect(rows.map((row) => row[0])).toEqual([1, 2, 3, 4]);
  });

  test('NDJSON with a damaged line and one that is no object', async () => {
    const { counts, listed, rows } = await importing(fileWith('{"id":1,"at":{"city":"Bonn"}}\n{"id":2\n\n[3]\n{"id":4}\n', 'a.ndjson'));
    expect(counts).toEqual({ records: 4, loaded: 2, rejected: 2, unconverted: 0 });
    expect(rows).toEqual([
      [1, 'Bonn'],
      [4, null],
    ]);
    expect(listed.map(({ record, line, value }) => [record, line, value])).toEqual([
      [2, 2, '{"id":2'],
      [3, 4, '[3]'],
    ]);
  });
});

describe('names and places that are hostile', () => {
  test('duplicate and blank headers are named, and said', async () => {
    const { names, notices } = await importing(fileWith('id,,ID,id_2,name,name\n1,2,3,4,5,6\n'));
    expect(names).toEqual(['id', 'column_2', 'ID_3', 'id_2', 'name', 'name_2']);
    expect(notices.join(' ')).toMatch(/1 column has no header.*2 headers are repeated/);
  });

  test('column names and values that are SQL, HTML or formulas arrive as they are', async () => {
    const header = `"a""; drop table x; --",<b>bold</b>,'quoted',=1+1`;
    const { names, rows } = await importing(fileWith(`${header}\n"x'); drop view y; --",<script>,'q',=cmd()\n"z","$1","{","@x"\n`));
    expect(names).toEqual(['a"; drop table x; --', '<b>bold</b>', "'quoted'", '=1+1']);
    expect(rows[0]).toEqual(["x'); drop view y; --", '<script>', "'q'", '=cmd()']);
  });

  test('a path with quotes, spaces and other alphabets', async () => {
    const folder = join(fileWith('x'), '..', `it's "a" fo;der – 顧客 'ü`);
    mkdirSync(folder);
    const path = join(folder, `acc'ounts "1" 顧客.csv`);
    writeFileSync(path, 'id,name\n1,a\n');
    expect((await importing(path)).counts.loaded).toBe(1);
  });

  test.each(['accounts[1].csv', 'a*b?.csv', '{a,b}.csv'])(
    'a file name that could be a pattern: %s',
    { skip: process.platform === 'win32' },
    async (name) => {
      expect((await importing(fileWith('id,name\n1,a\n', name))).counts.loaded).toBe(1);
    },
  );

  test('3,000 columns', { timeout: 120_000 }, async () => {
    const columns = Array.from({ length: 3000 }, (_, index) => index);
    const text = `${columns.map((index) => `c${index}`).join(',')}\n${Array.from({ length: 3 }, (_, row) => columns.map((index) => (row === 1 && index === 2999 ? 'bad' : index)).join(',')).join('\n')}\n`;
    const path = fileWith(text);
    const { plan } = await inspect(fileWith(text.replace('bad', '2999')));
    const { counts, names, listed } = await importing(path, plan);
    expect(names).toHaveLength(3000);
    expect(counts).toEqual({ records: 3, loaded: 3, rejected: 0, unconverted: 1 });
    expect(listed).toMatchObject([{ record: 2, line: 3, column: 'c2999', value: 'bad' }]);
  });

  test('the wrong ending is noticed, and the content read', async () => {
    const { plan, notices } = await inspect(fileWith('[{"id": 1}]', 'accounts.csv'));
    expect(plan.format).toBe('json');
    expect(notices[0]).toMatch(/named "\.csv" but holds JSON/);
    expect((await inspect(fileWith('a;b\n1;2\n', 'accounts.parquet'))).plan).toMatchObject({ format: 'csv', delimiter: ';' });
  });
});

test('a large file of records over two lines, with rejected rows between: every record and line is found again', async () => {
  const records = 60_000;
  const text = Array.from({ length: records }, (_, index) =>
    index % 1000 === 7
      ? `${index},ragged`
      : `${index},"line one\nline two, ""quoted"" ${'x'.repeat(60)}",${index % 500 === 3 ? 'bad' : index}`,
  );
  const { counts, rows, listed } = await importing(fileWith(`id,note,score\n${text.join('\n')}\n`));
  expect(counts).toEqual({ records, loaded: records - 60, rejected: 60, unconverted: 120 });
  expect(rows.map(([id]) => id)).toEqual(Array.from({ length: records }, (_, index) => index).filter((index) => index % 1000 !== 7));
  const raggedBefore = (index: number) => Math.floor((index + 992) / 1000);
  expect(listed.map(({ record, line }) => [record, line])).toEqual(
    Array.from({ length: records }, (_, index) => index)
      .filter((index) => index % 1000 === 7 || index % 500 === 3)
      .map((index) => [index + 1, 2 + 2 * index - raggedBefore(index)]),
  );
});
