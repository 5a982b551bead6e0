import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valuesOutward } from '../../shared/comparison/valuesOutward.ts';

it('goes outward without standing still, and ends at the end of the range', () => {
  const number = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  const range = fc.record({
    start: number(1e6),
    width: fc.double({ min: 1e-6, max: 1e4, noNaN: true }),
    sd: fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
    whole: fc.boolean(),
    direction: fc.constantFrom(1 as const, -1 as const),
  });
  fc.assert(
    fc.property(range, ({ start, width, sd, whole, direction }) => {
      const end = start + direction * width;
      fc.pre(end !== start);
      const values = valuesOutward(
        { kind: 'number', min: Math.min(start, end), max: Math.max(start, end), sd, whole, median: start },
        start,
        direction,
      );
      const steps = [start, ...values];
      for (const [index, value] of values.entries()) expect(direction * (value - steps[index]!)).toBeGreaterThan(0);
      expect(values.at(-1)).toBe(end);
    }),
    { numRuns: 300 },
  );
});

it('does not stand still where values are large and lie close together', () => {
  const values = valuesOutward({ kind: 'number', min: 512.5, max: 512.9, sd: 0.005, whole: false, median: 512.5 }, 512.5, 1);
  expect(values.at(-1)).toBe(512.9);
  expect(new Set(values).size).toBe(values.length);
});
