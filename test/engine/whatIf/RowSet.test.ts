import { expect, it, onTestFinished } from 'vitest';
import { type RowColumn, RowSet } from '../../../electron/engine/whatIf/RowSet.ts';
import { pointsOf } from '../../../shared/scoring/pointsOf.ts';
import type { NumericCurve } from '../../../shared/whatIf/pointsFiller.ts';
import { openTestDatabase } from '../../sql/openTestDatabase.ts';

const usage: RowColumn<'double'> = { type: 'double', sql: 'usage' };
const number: RowColumn<'uinteger'> = { type: 'uinteger', sql: 'number' };

async function thousandAccounts() {
  const database = await openTestDatabase();
  onTestFinished(() => database.close());
  await database.run({
    text: `create table observations as select 'a' || i as account_id, date '2026-03-31' as as_of, i as number, 1::double as revenue,
      case when i % 10 > 0 then i * 2::double end as usage from range(5000) t(i)`,
  });
  return database;
}

it('reads columns in the order of the table, missing as NaN, and finds the rows of a place', async () => {
  const rows = await RowSet.of(await thousandAccounts(), 'observations', `number >= 1000`, {});
  await rows.read([usage, number], {});
  expect(rows.total).toEqual({ rows: 4000, rare: 0, revenue: 4000 });
  expect([...rows.column(number).subarray(0, 2), rows.column(number).at(-1)]).toEqual([1000, 1001, 4999]);
  expect([...rows.column(usage).subarray(0, 2)]).toEqual([Number.NaN, 2002]);
  const found = await rows.rowsAt([0, 3999], {});
  expect(found.map(({ account_id }) => account_id).sort()).toEqual(['a1000', 'a4999']);
  expect(found[0]).toMatchObject({ revenue: 1 });
  expect(await rows.rowsAt([], {})).toEqual([]);
});

it('holds a sample of the accounts, always the same, when there are too many', async () => {
  const database = await thousandAccounts();
  const rows = await RowSet.of(database, 'observations', 'true', {}, { most: 1000 });
  expect(rows.count).toBeGreaterThan(850);
  expect(rows.count).toBeLessThan(1150);
  expect(rows.total.rows).toBe(5000);
  await rows.read([number], {});
  const [row] = await rows.rowsAt([7], {});
  expect(row).toMatchObject({ account_id: `a${rows.column(number)[7]}` });
  expect((await RowSet.of(database, 'observations', 'true', {}, { most: 1000 })).count).toBe(rows.count);
});

it('holds the points that values earn by a curve, beside the values and the points by another', async () => {
  const curves: NumericCurve[] = [
    { kind: 'ramp', from: { value: 100, points: 0 }, to: { value: 9000, points: 100 }, outside: 'missing' },
    { kind: 'steps', log1p: true, cuts: [Math.log(101), 8], points: [10, 60, 90] },
  ];
  const rows = await RowSet.of(await thousandAccounts(), 'observations', 'true', {});
  const columns = curves.map((curve): RowColumn<'real'> => ({ type: 'real', sql: 'usage - 1', curve }));
  await rows.read([usage, ...columns], {});
  const values = rows.column(usage);
  for (const [index, column] of columns.entries()) {
    const expected = Array.from(values, (value) =>
      Math.fround(pointsOf(curves[index]!, Number.isNaN(value) ? null : value - 1) ?? Number.NaN),
    );
    expect([...rows.column(column)]).toEqual(expected);
  }
});

it('reads again what it forgot', async () => {
  const rows = await RowSet.of(await thousandAccounts(), 'observations', 'true', {});
  await rows.read([usage, number], {});
  const before = rows.column(number);
  rows.forget(before.byteLength);
  expect(rows.column(number)).toBe(before);
  expect(rows.column(usage)).toBeUndefined();
  await rows.read([usage], {});
  expect(rows.column(usage)[1]).toBe(2);
});
