import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockRows } from '../../shared/whatIf/NodeSums.ts';
import { WeightColumns } from '../../shared/whatIf/WeightColumns.ts';

const count = blockRows + 7;
const numbers = fc.oneof(
  fc.float({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY, 1e-12, 1e12),
);

/** Columns of a few drawn numbers over and over. */
function columnsOf(drawn: readonly [number, number, number, number][]): WeightColumns {
  const columns = new WeightColumns(count);
  for (let entry = 0; entry < count; entry++)
    [columns.n0[entry], columns.n1[entry], columns.e0[entry], columns.e1[entry]] = drawn[entry % drawn.length]!;
  return columns;
}

it('is the formula for every row of any range: odd, even, empty and a whole block', () => {
  const ranges = fc.oneof(
    fc.tuple(fc.nat(40), fc.nat(9)).map(([from, rows]) => ({ from, to: from + rows })),
    fc.constantFrom({ from: 0, to: blockRows }, { from: 7, to: count }, { from: count, to: count }, { from: count - 1, to: count }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(numbers, numbers, numbers, numbers), { minLength: 1, maxLength: 11 }),
      ranges,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1e3, noNaN: true }),
      (drawn, range, p, q) => {
        const columns = columnsOf(drawn);
        const { n0, n1, e0, e1 } = columns;
        const scores = new Float64Array(blockRows + 1).fill(-1);
        columns.fill(range, p, q, scores);
        const rows = range.to - range.from;
        const expected = Array.from({ length: rows }, (_, place) => {
          const entry = range.from + place;
          return (n0[entry]! * p + n1[entry]! * q) / (e0[entry]! * p + e1[entry]! * q);
        });
        expect([...scores.subarray(0, rows)]).toEqual(expected);
        // Nothing is written behind them, and the columns are as they were.
        expect(scores.subarray(rows).every((score) => score === -1)).toBe(true);
        expect([n0, n1, e0, e1].map((column) => column[count - 1])).toEqual(drawn[(count - 1) % drawn.length]!.map(Math.fround));
      },
    ),
    { numRuns: 300 },
  );
});

it('withholds where the coverage crosses its minimum, at places in any order', () => {
  const columns = columnsOf([[50, 50, 1, 1]]);
  columns.cross(9, 1, -1);
  columns.cross(3, -1, 1);
  columns.settle();
  const withheldAt = (p: number, q: number) => {
    const scores = new Float64Array(20);
    columns.fill({ from: 2, to: 12 }, p, q, scores);
    return [...scores.subarray(0, 10)].flatMap((score, place) => (Number.isNaN(score) ? [place + 2] : []));
  };
  expect([withheldAt(0.9, 0.1), withheldAt(0.5, 0.5), withheldAt(0.1, 0.9)]).toEqual([[3], [], [9]]);
});
