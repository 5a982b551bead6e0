import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../../../electron/engine/database/Database.ts';
import { conversion, validOnly } from '../../../electron/engine/import/conversion.ts';
import type { ColumnPlan } from '../../../shared/model/source.ts';

let database: Database;
beforeAll(async () => {
  database = await Database.open({ temporaryDirectory: tmpdir(), allowedDirectories: [] });
});
afterAll(() => database.close());

async function converted(cell: string, plan: Partial<ColumnPlan> & Pick<ColumnPlan, 'type'>): Promise<unknown> {
  const value = conversion('r', { decimal: '.', ...plan });
  const [row] = await database.rows<{ value: unknown }>({
    text: `select ${plan.type === 'date' || plan.type === 'timestamp' ? '(checked)::varchar' : 'checked'} as value
      from (select ${validOnly('v', 'r', plan.type)} as checked from (select r, ${value} as v from (select $1::varchar as r)))`,
    values: [cell],
  });
  return row!.value;
}

describe('what a cell becomes', () => {
  test.each([
    ['12', 12],
    [' -1.5e3 ', -1500],
    ['1,234,567.5', 1234567.5],
    ['1 234', 1234],
    ['1,23', null],
    ['12abc', null],
    ['inf', null],
    ['NaN', null],
    ['', null],
  ])('number %j', async (cell, value) => expect(await converted(cell, { type: 'number' })).toBe(value));

  test.each([
    ['1.234,50', 1234.5],
    ['2,5', 2.5],
    ['1 234,5', 1234.5],
    ['-3', -3],
    ['1.5', null],
    ['1,234.50', null],
  ])('number with a decimal comma %j', async (cell, value) => expect(await converted(cell, { type: 'number', decimal: ',' })).toBe(value));

  test.each([
    ['$1,200.50', 1200.5],
    ['-$5', -5],
    ['($1,200.50)', -1200.5],
    ['USD 12', 12],
    ['12 EUR', 12],
    ['US$ 3', 3],
    ['£0.99', 0.99],
    ['12', 12],
    ['twelve', null],
  ])('money %j', async (cell, value) => expect(await converted(cell, { type: 'money' })).toBe(value));

  test('money with a decimal comma', async () => {
    expect(await converted('1.200,50 €', { type: 'money', decimal: ',' })).toBe(1200.5);
    expect(await converted('€ -3,5', { type: 'money', decimal: ',' })).toBe(-3.5);
  });

  test('percent', async () => {
    expect(await converted('45%', { type: 'percent' })).toBe(45);
    expect(await converted('12,5 %', { type: 'percent', decimal: ',' })).toBe(12.5);
    expect(await converted('0.45', { type: 'percent' })).toBe(0.45);
    expect(await converted('half', { type: 'percent' })).toBeNull();
  });

  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
    ['10000-01-01', null],
    ['2024/1/5', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['2024-01-05 23:59:00', '2024-01-05'],
    ['05-01-20', null],
    ['infinity', null],
    ['05/01/2024', null],
  ])('date, year first %j', async (cell, value) =>
    expect(await converted(cell, { type: 'date', dateOrder: 'year-month-day' })).toBe(value),
  );

  test.each([
    ['05/01/2024', '2024-01-05'],
    ['5.1.24', '2024-01-05'],
    ['05-Jan-2024', '2024-01-05'],
    ['5 January 2024', '2024-01-05'],
    ['31/12/9999', '9999-12-31'],
    ['05-01-20', '2020-01-05'],
    ['13/13/2024', null],
    ['29/02/2023', null],
    ['2024-01-05', '2024-01-05'],
  ])('date, day first %j', async (cell, value) => expect(await converted(cell, { type: 'date', dateOrder: 'day-month-year' })).toBe(value));

  test.each([
    ['05/01/2024', '2024-05-01'],
    ['Jan 5, 2024', '2024-01-05'],
    ['1/5/2024 0:00', '2024-01-05'],
    ['13/01/2024', null],
  ])('date, month first %j', async (cell, value) =>
    expect(await converted(cell, { type: 'date', dateOrder: 'month-day-year' })).toBe(value),
  );

  test.each([
    ['2024-01-05T10:00:00Z', 'year-month-day', '2024-01-05 10:00:00'],
    ['2024-01-05T10:00:00+02:00', 'year-month-day', '2024-01-05 08:00:00'],
    ['2024-01-05 10:00', 'year-month-day', '2024-01-05 10:00:00'],
    ['1/5/2024 3:04 PM', 'month-day-year', '2024-01-05 15:04:00'],
    ['5.1.2024 15:04', 'day-month-year', '2024-01-05 15:04:00'],
    ['soon', 'year-month-day', null],
  ] as const)('timestamp %j, %s', async (cell, dateOrder, value) =>
    expect(await converted(cell, { type: 'timestamp', dateOrder })).toBe(value),
  );

  test.each([
    ['Yes', true],
    [' no ', false],
    ['TRUE', true],
    ['f', false],
    ['0', false],
    ['on', true],
    ['maybe', null],
  ])('boolean %j', async (cell, value) => expect(await converted(cell, { type: 'boolean' })).toBe(value));
});
