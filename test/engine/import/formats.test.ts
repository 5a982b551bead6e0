import { copyFileSync, readFileSync, truncateSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import { failureOf, fileWith, importing, inspect, reading } from './importing.ts';

const table = 'id;name;note\n01;Zoë;"a;b"\n02;Müller – €;\n03;Ünal;"line\nbreak"\n';
const rows = [
  ['01', 'Zoë', 'a;b'],
  ['02', 'Müller – €', null],
  ['03', 'Ünal', 'line\nbreak'],
];

function bigEndian(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
}

/** Windows-1252 of the characters used above. */
function windows(text: string): Buffer {
  return Buffer.from([...text].map((character) => ({ '–': 0x96, '€': 0x80 })[character] ?? character.charCodeAt(0)));
}

describe('delimited text', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['UTF-16, little end first', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(table, 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', bigEndian(table), 'utf-16be'],
    ['Windows-1252', windows(table), 'windows-1252'],
    ['UTF-8, packed', gzipSync(table), 'utf-8'],
    ['UTF-16, packed', gzipSync(Buffer.from(`\ufeff${table}`, 'utf16le')), 'utf-16le'],
    ['carriage returns', Buffer.from(table.replaceAll('\n', '\r\n')), 'utf-8'],
  ])('%s', async (name, content, encoding) => {
    const imported = await importing(fileWith(content, name.includes('packed') ? 'a.csv.gz' : 'a.csv'));
    expect(imported.plan).toMatchObject({ encoding, delimiter: ';', format: 'csv', compressed: name.includes('packed') });
    expect(imported.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace('\r\n', '\n') : cell)))).toEqual(rows);
    expect(imported.counts).toEqual({ records: 3, loaded: 3, rejected: 0, unconverted: 0 });
  });

  test('Latin-1 when asked', async () => {
    const path = fileWith(Buffer.from('id,name\n1,Zoë\n', 'latin1'));
    const { plan } = await inspect(path, { encoding: 'latin-1' });
    expect((await importing(path, plan)).rows).toEqual([[1, 'Zoë']]);
  });

  test.each([
    ['tab', 'a\tb\n1\t2\n', { delimiter: '\t' }],
    ['bar', 'a|b\n1|2\n', { delimiter: '|' }],
    ['comma inside quotes', 'a;b\n"1,2,3";x\n"4,5,6";y\n', { delimiter: ';', quote: '"' }],
    ['apostrophes as quotes', "a,b\n'x,y',2\n'z,w',3\n", { delimiter: ',', quote: "'" }],
    ['one column', 'id\n1\n2\n', { header: true }],
    ['no header', '1,2024-01-01,x\n2,2024-01-02,y\n', { header: false }],
    ['years as header', 'account,2022,2023\nA,1,2\n', { header: true }],
    ['lines before the header', 'Report of the day\n\nid;name;x\n1;"b;c";2\n2;d;3\n', { skipLines: 2, header: true }],
  ])('sniffs %s', async (_, content, plan) => expect((await inspect(fileWith(content))).plan).toMatchObject(plan));

  test('says which lines are skipped, and loads what follows', async () => {
    const path = fileWith('Report of the day\n\nid;name\n1;b\n2;d\noops\n');
    const imported = await importing(path);
    expect(imported.notices.join()).toContain('"Report of the day"');
    expect(imported.counts).toMatchObject({ records: 3, loaded: 2, rejected: 1 });
    expect(imported.listed[0]).toMatchObject({ record: 3, line: 6 });
  });

  test('a single column with empty lines: each is a record', async () => {
    const { rows, counts } = await importing(fileWith('id\nx1\n\nx3\n'));
    expect(rows).toEqual([['x1'], [null], ['x3']]);
    expect(counts.records).toBe(3);
  });
});

describe('JSON', () => {
  const objects = [
    { id: '007', at: { city: 'Bonn', geo: { x: 1 } }, tags: ['a', 'b'], ok: true, big: 1 },
    { id: '008', at: { city: 'Ürm' }, late: null, score: 2.5 },
  ];
  const names = ['id', 'at.city', 'at.geo', 'tags', 'ok', 'big', 'late', 'score'];
  const cells = [
    ['007', 'Bonn', '{"x":1}', '["a","b"]', true, 1, null, null],
    ['008', 'Ürm', null, null, null, null, null, 2.5],
  ];

  test.each<[string, string, string]>([
    ['a list', JSON.stringify(objects, null, 2), 'json'],
    ['a list on one line', JSON.stringify(objects), 'json'],
    ['objects one after the other', objects.map((one) => JSON.stringify(one, null, 1)).join('\n'), 'json'],
    ['one object a line', objects.map((one) => JSON.stringify(one)).join('\n'), 'ndjson'],
  ])('%s', async (_, content, format) => {
    const imported = await importing(fileWith(content, 'a.json'));
    expect(imported.plan.format).toBe(format);
    expect(imported.names).toEqual(names);
    expect(imported.rows).toEqual(cells);
  });

  test('integers of 20 digits keep them', async () => {
    const { rows } = await importing(fileWith('[{"id": 12345678901234567890}]', 'a.json'));
    expect(rows).toEqual([['12345678901234567890']]);
  });

  test('a field that only appears later is added in its type, and said', async () => {
    const lines = Array.from({ length: 6000 }, (_, index) =>
      JSON.stringify(index === 5990 ? { id: index, extra: 1, opened: { on: '2025-01-31' } } : { id: index }),
    );
    const { notices, counts, plan, rows } = await importing(fileWith(lines.join('\n'), 'a.ndjson'));
    expect(counts.loaded).toBe(6000);
    expect(notices.join()).toContain('"extra" first appears in record 5991 and was added');
    expect(plan.columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'number'],
      ['extra', 'number'],
      ['opened.on', 'date'],
    ]);
    expect([rows[0], rows[5990]]).toEqual([
      [0, null, null],
      [5990, 1, '2025-01-31'],
    ]);
  });

  test('fields that every record names anew are values: a thousand are added, and what is left out is said', {
    timeout: 60_000,
  }, async () => {
    const lines = Array.from({ length: 6500 }, (_, index) =>
      JSON.stringify(index < 5000 ? { id: index } : { id: index, [`only ${index}`]: 1 }),
    );
    const { notices, counts, plan } = await importing(fileWith(lines.join('\n'), 'a.ndjson'));
    expect(counts.loaded).toBe(6500);
    expect(plan.columns).toHaveLength(1001);
    expect(notices.join(' ')).toContain('"only 6000" first appears in record 6001 and was not imported');
    expect(notices.length).toBeLessThan(25);
  });
});

describe('Parquet', () => {
  async function parquet(select: string): Promise<string> {
    const path = fileWith('', 'made.parquet');
    await reading(path, async ({ database, workFolder }) => {
      const made = `${workFolder}/made.parquet`;
      await database.run({ text: `copy (${select}) to ${quoteText(made)} (format parquet)` });

      copyFileSync(made, path);
    });
    return path;
  }

  test('keeps its own types, names what is not finite, and keeps long integers as text', async () => {
    const path = await parquet(`select * from (values
      (1::integer, 12345678901234567::bigint, 'a', date '2024-02-29', true, 1.5::double, [1, 2]),
      (2, 2, 'b', null, false, 'nan'::double, null)) as t(id, long, name, day, flag, score, list)`);
    const { rows, plan, listed, counts } = await importing(path);
    expect(plan.columns.map(({ type }) => type)).toEqual(['number', 'text', 'text', 'date', 'boolean', 'number', 'text']);
    expect(rows).toEqual([
      [1, '12345678901234567', 'a', '2024-02-29', true, 1.5, '[1,2]'],
      [2, '2', 'b', null, false, null, null],
    ]);
    expect(counts).toEqual({ records: 2, loaded: 2, rejected: 0, unconverted: 1 });
    expect(listed).toMatchObject([{ record: 2, line: null, column: 'score', value: 'nan' }]);
  });

  test('cut in half', async () => {
    const path = await parquet('select range as id from range(1000)');
    truncateSync(path, Math.floor(readFileSync(path).length / 2));
    expect(await failureOf(importing(path))).toMatchObject({ code: 'parquet-damaged', sentence: expect.stringMatching(/No magic bytes/) });
  });

  test('without rows', async () =>
    expect((await failureOf(importing(await parquet('select 1 as id where false')))).code).toBe('file-without-rows'));
});

describe('workbooks', () => {
  async function workbook(sheets: { name: string; data: (string | number | boolean | Date | null)[][] }[]): Promise<string> {
    const path = fileWith('', 'book.xlsx');
    await writeExcelFile(sheets.map(({ name, data }) => ({ sheet: name, data, dateFormat: 'yyyy-mm-dd' }))).toFile(path);
    return path;
  }

  test('a sheet by choice, with blank rows, days and gaps', async () => {
    const path = await workbook([
      { name: 'Cover', data: [['About this book'], ['nothing']] },
      {
        name: 'Accounts',
        data: [
          ['id', 'name', 'since', 'seats'],
          ['001', 'Acme', new Date('2024-02-29T00:00:00Z'), 5],
          [null, null, null, null],
          ['002', null, null, 'many'],
          ['003', 'Core', null, 7],
        ],
      },
    ]);
    const { plan, sheets } = await inspect(path, { sheet: 'Accounts' });
    expect(sheets).toEqual(['Cover', 'Accounts']);
    plan.columns[3]!.type = 'number';
    const { rows, listed, counts } = await importing(path, plan);
    expect(rows).toEqual([
      ['001', 'Acme', '2024-02-29', 5],
      ['002', null, null, null],
      ['003', 'Core', null, 7],
    ]);
    expect(counts).toEqual({ records: 3, loaded: 3, rejected: 0, unconverted: 1 });
    expect(listed).toMatchObject([{ record: 2, line: 4, column: 'seats', value: 'many' }]);
    expect(await failureOf(inspect(path, { sheet: 'Gone' }))).toMatchObject({
      code: 'sheet-unknown',
      sentence: expect.stringContaining('Cover, Accounts'),
    });
  });

  test('a zip bomb is refused by what it unpacks to, not by what it declares', async () => {
    const path = fileWith(bomb(500 << 20), 'bomb.xlsx');
    expect(await failureOf(inspect(path))).toMatchObject({ code: 'workbook-too-large', sentence: expect.stringContaining('400 MB') });
  });
});

/** A ZIP archive with one entry of `size` zero bytes that declares 100. */
function bomb(size: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(size));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(100, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}
