import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from '../../../renderer/parts/columnWidths.ts';

test('what is left over goes to the columns that grow', () => {
  expect(columnWidths([{ width: 100 }, { width: 100, grow: 1 }, { width: 100, grow: 3 }], 700)).toEqual([100, 200, 400]);
  expect(columnWidths([{ width: 100 }, { width: 100, grow: 1 }], 50)).toEqual([100, 100]);
});

test('no column is narrower than it asks for, and together they never exceed the room there is', () => {
  const column = fc.record({ width: fc.integer({ min: 10, max: 300 }), grow: fc.integer({ min: 0, max: 5 }) });
  fc.assert(
    fc.property(fc.array(column, { maxLength: 30 }), fc.integer({ min: 0, max: 4000 }), (columns, available) => {
      const widths = columnWidths(columns, available);
      widths.forEach((width, index) => {
        expect(width).toBeGreaterThanOrEqual(columns[index]!.width);
      });
      const least = columns.reduce((sum, { width }) => sum + width, 0);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(Math.max(least, available));
    }),
  );
});
