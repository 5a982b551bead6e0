import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bandTolerance } from '../../shared/scoring/bandOf.ts';
import { binCounter } from '../../shared/whatIf/BinCounter.ts';
import { emptyTable } from '../../shared/whatIf/JointTable.ts';
import { blockRows } from '../../shared/whatIf/NodeSums.ts';
import { scoreBins } from '../../shared/whatIf/ScoreBins.ts';

/** Scores on edges and cuts, a tolerance below them, outside of what a score may be, and withheld. */
const score = fc.oneof(
  fc.double({ min: -20, max: 130, noNaN: true }),
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  fc.integer({ min: 1, max: 100 }).chain((edge) => fc.constantFrom(edge - bandTolerance, edge - 2 * bandTolerance)),
  fc.constant(Number.NaN),
);
const counted = fc.record({
  blocks: fc.array(fc.array(fc.tuple(score, fc.float({ min: 0, max: 1e6, noNaN: true })), { maxLength: 9 }), {
    minLength: 1,
    maxLength: 3,
  }),
  cuts: fc.uniqueArray(fc.double({ min: 0.1, max: 99.9, noNaN: true }), { maxLength: 4 }),
  ceiling: fc.constantFrom(100, 62.5),
  cellsPerPoint: fc.constantFrom(1, 10),
});

it('counts every score into the bin whose edges hold it, however many there are, and begins anew for the next row', () => {
  fc.assert(
    fc.property(counted, ({ blocks, cuts, ceiling, cellsPerPoint }) => {
      const bins = scoreBins(cuts, cellsPerPoint);
      const columns = bins.edges.length + 1;
      const expected = emptyTable({ segments: 1, groups: 1, bands: 2, columns });
      for (const [found, revenue] of blocks.flat()) {
        const own = Math.min(ceiling, Math.max(0, found));
        const bin = Number.isNaN(found) ? columns - 1 : bins.edges.findLastIndex((edge) => edge <= own + bandTolerance);
        expected.accounts[bin]! += 1;
        expected.revenue[bin]! += revenue;
        if (!Number.isNaN(found)) expected.points[0]! += own;
      }
      const table = emptyTable({ segments: 1, groups: 1, bands: 2, columns });
      const counter = binCounter(bins);
      for (const block of blocks) {
        counter.scores.set(block.map(([found]) => found));
        counter.count(
          Float32Array.from(block, ([, revenue]) => revenue),
          ceiling,
        );
      }
      counter.addTo(table, 0);
      counter.addTo(table, 1);
      expect(table.accounts).toEqual(expected.accounts);
      expect(table.revenue).toEqual(expected.revenue);
      expect(table.points[0]).toBeCloseTo(expected.points[0]!, 6);
      expect(table.points[1]).toBe(0);
    }),
    { numRuns: 400 },
  );
});

it('counts a whole block of as many rows as there may be', () => {
  const bins = scoreBins([60, 80], 1);
  const table = emptyTable({ segments: 1, groups: 1, bands: 1, columns: bins.edges.length + 1 });
  const counter = binCounter(bins);
  counter.scores.fill(80);
  counter.count(new Float32Array(blockRows).fill(0.5), 100);
  counter.addTo(table, 0);
  expect(table.accounts[80]).toBe(blockRows);
  expect(table.revenue[80]).toBe(blockRows / 2);
});
