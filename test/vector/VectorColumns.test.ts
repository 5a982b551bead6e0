import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/stats/seededRandom.ts';
import { blockRows, vectorColumns } from '../../shared/vector/VectorColumns.ts';

const random = seededRandom(7);
const columnsOf = (count: number, rows: number) =>
  Array.from({ length: count }, () => Float64Array.from({ length: rows }, () => 100 * random() - 30));

/** What JavaScript makes of some rows: the sums of the columns by their slopes, and each column's product with the values it is given. */
function expected(columns: readonly Float64Array[], from: number, rows: number, start: number, slopes: Float64Array) {
  const values = Float64Array.from({ length: rows }, (_, row) =>
    slopes.reduce((sum, slope, at) => sum + slope * columns[at]![from + row]!, start),
  );
  const products = columns.map((column) => values.reduce((sum, value, row) => sum + value * column[from + row]!, 0));
  return { values, products };
}

function expectSame(columns: readonly Float64Array[], from: number, rows: number) {
  const slopes = Float64Array.from(columns, () => random() - 0.5);
  const vectors = vectorColumns();
  const values = vectors.take(columns, from, rows);
  vectors.addColumns(0.25, slopes);
  const known = expected(columns, from, rows, 0.25, slopes);
  expect(values.length).toBe(rows);
  for (const [row, value] of known.values.entries()) expect(Math.abs(values[row]! - value)).toBeLessThan(1e-9);
  for (const [at, product] of Array.from(vectors.products(columns.length)).entries())
    expect(Math.abs(product - known.products[at]!)).toBeLessThan(1e-9 * (1 + Math.abs(known.products[at]!)) * rows);
}

describe('columns in vectors', () => {
  it.each([
    [1, 1],
    [1, 7],
    [3, 8],
    [5, 999],
    [33, blockRows],
    [200, 513],
  ])('%i columns of %i rows are added up and multiplied as one number after another', (count, rows) => {
    expectSame(columnsOf(count, rows), 0, rows);
  });

  it('serves blocks of two sets of columns by turns', () => {
    const [one, other] = [columnsOf(4, 2500), columnsOf(9, 1300)];
    for (let round = 0; round < 2; round++) {
      expectSame(one, blockRows, blockRows);
      expectSame(other, blockRows, 300);
      expectSame(one, 2 * blockRows, 500);
      expectSame(one, 0, blockRows);
    }
  });

  it('takes more columns than it holds at a time by parts, back and forth', () => {
    const column = columnsOf(1, 9000)[0]!;
    const columns = Array.from({ length: 1200 }, () => column);
    for (const from of [0, 8000, 6000, 7000, 0]) expectSame(columns, from, blockRows);
  });

  it('leaves no trace of the rows before behind the last row', () => {
    const vectors = vectorColumns();
    vectors.take(columnsOf(2, 8), 0, 8).fill(Number.NaN);
    vectors.products(2);
    expectSame(columnsOf(2, 3), 0, 3);
  });

  it('gives no values for no columns but the start', () => {
    const vectors = vectorColumns();
    const values = vectors.take([], 0, 5);
    vectors.addColumns(2, new Float64Array(0));
    expect(Array.from(values)).toEqual([2, 2, 2, 2, 2]);
    expect(Array.from(vectors.products(0))).toEqual([]);
  });
});

it('the logistic is 1 / (1 + exp(-value)) to the last digits, and stays a probability far out', () => {
  const values = Float64Array.from({ length: blockRows }, (_, row) => (row % 3 === 0 ? 1400 : 60) * (random() - 0.5));
  values.set([0, -0, 1e-300, -745, 745, 1e6, -1e6, 1e308, -1e308]);
  const vectors = vectorColumns();
  vectors.take([values], 0, blockRows).set(values);
  const found = vectors.logistic();
  for (const [row, value] of values.entries()) {
    expect(found[row]).toBeGreaterThanOrEqual(0);
    expect(found[row]).toBeLessThanOrEqual(1);
    const known = 1 / (1 + Math.exp(-value));
    if (Math.abs(value) < 700) expect(Math.abs(found[row]! - known)).toBeLessThanOrEqual(4e-16 * known);
    else expect(Math.abs(found[row]! - known)).toBeLessThan(1e-300);
  }
});
