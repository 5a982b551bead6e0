import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Leaf } from '../../shared/model/model.ts';
import { LeafColumns } from '../../shared/whatIf/LeafColumns.ts';
import { tooThin } from '../../shared/whatIf/lineProcedure.ts';
import { blockRows } from '../../shared/whatIf/NodeSums.ts';

const count = blockRows + 7;
const number = fc.float({ min: -50, max: 150, noNaN: true });
const row = fc.record({
  base: fc.oneof(number, fc.constant(Number.NaN)),
  slope: fc.float({ min: 0, max: 1, noNaN: true }),
  without: fc.oneof(number, fc.constantFrom(Number.NaN, tooThin)),
  points: fc.oneof(fc.double({ min: -1e-12, max: 100, noNaN: true }), fc.constant(Number.NaN)),
});
const policy: fc.Arbitrary<Leaf['missing']> = fc.oneof(
  fc.constantFrom<Leaf['missing']>({ policy: 'redistribute' }, { policy: 'no-score' }, { policy: 'worst' }),
  fc.double({ min: 0, max: 100, noNaN: true }).map((points): Leaf['missing'] => ({ policy: 'neutral', points })),
);
const ranges = fc.oneof(
  fc.tuple(fc.nat(40), fc.nat(9)).map(([from, rows]) => ({ from, to: from + rows })),
  fc.constantFrom({ from: 0, to: blockRows }, { from: 7, to: count }, { from: count, to: count }, { from: count - 1, to: count }),
);
const curve: Leaf['curve'] = { kind: 'steps', cuts: [50], points: [15, 90] };

it('is what the missing policy says of every row of any range: odd, even, empty and a whole block', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 11 }), policy, ranges, (drawn, missing, range) => {
      const columns = new LeafColumns(count);
      const at = (entry: number) => drawn[entry % drawn.length]!;
      for (let entry = 0; entry < count; entry++)
        [columns.base[entry], columns.slope[entry], columns.without[entry]] = [at(entry).base, at(entry).slope, at(entry).without];
      const scores = new Float64Array(blockRows + 1).fill(-1);
      columns.fill(
        range,
        ({ from, to }, points) => {
          for (let entry = from; entry < to; entry++) points[entry - from] = at(entry).points;
        },
        { curve, missing },
        scores,
      );
      const expected = Array.from({ length: range.to - range.from }, (_, place) => {
        const { base, slope, without, points } = at(range.from + place);
        const line = (earned: number) => base + slope * earned;
        if (!Number.isNaN(points)) return line(points);
        if (missing.policy === 'no-score' || without === tooThin) return Number.NaN;
        if (missing.policy === 'redistribute') return without;
        return line(missing.policy === 'worst' ? 15 : missing.points);
      });
      expect([...scores.subarray(0, expected.length)]).toEqual(expected);
      // Nothing is written behind them.
      expect(scores.subarray(expected.length).every((score) => score === -1)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
