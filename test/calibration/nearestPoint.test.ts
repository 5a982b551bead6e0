import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type HalfSpace, nearestPoint } from '../../shared/calibration/nearestPoint.ts';

const dot = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Array.from(one).reduce((sum, value, index) => sum + value * other[index]!, 0);
const number = fc.integer({ min: -40, max: 40 }).map((value) => value / 8);

/** Half-spaces that all hold one known point, so that there is a point to find; some repeat, and some are borders of each other. */
const solvable = fc
  .record({
    inside: fc.array(number, { minLength: 4, maxLength: 4 }),
    from: fc.array(number, { minLength: 4, maxLength: 4 }),
    normals: fc.array(fc.array(number, { minLength: 4, maxLength: 4 }), { maxLength: 9 }),
    slack: fc.array(fc.constantFrom(0, 0, 0.5, 2), { minLength: 9, maxLength: 9 }),
    echo: fc.constantFrom('none', 'twice', 'opposite'),
    far: fc.constantFrom(1, 1000),
  })
  .map(({ inside, from, normals, slack, echo, far }) => {
    const used = normals.filter((normal) => dot(normal, normal) > 0.1);
    const halfSpaces = used.map((normal, index): HalfSpace => {
      const length = Math.sqrt(dot(normal, normal));
      const unit = Float64Array.from(normal, (value) => value / length);
      return { normal: unit, bound: dot(unit, inside) - slack[index]! };
    });
    // What may be repeated or turned: with its opposite, a wall without slack is an equality.
    const echoed = halfSpaces.flatMap(({ normal, bound }, index) => {
      if (echo === 'twice') return [{ normal, bound }];
      return echo === 'opposite' && slack[index] === 0 ? [{ normal: normal.map((value) => -value), bound: -bound }] : [];
    });
    return { from: Float64Array.from(from, (value) => far * value), inside, halfSpaces: [...halfSpaces, ...echoed] };
  });

it('lies in every half-space, and the difference to where it came from is pushed by the walls alone', () => {
  fc.assert(
    fc.property(solvable, ({ from, inside, halfSpaces }) => {
      const { point, multipliers } = nearestPoint(from, halfSpaces);
      const pushed = Float64Array.from(from);
      for (const [index, { normal, bound }] of halfSpaces.entries()) {
        expect(dot(normal, point)).toBeGreaterThan(bound - 1e-6);
        expect(multipliers[index]).toBeGreaterThan(-1e-8);
        expect(multipliers[index]! * (dot(normal, point) - bound)).toBeLessThan(1e-3);
        for (let place = 0; place < 4; place++) pushed[place]! += multipliers[index]! * normal[place]!;
      }
      for (let place = 0; place < 4; place++) expect(pushed[place]).toBeCloseTo(point[place]!, 6);
      const distance = (to: ArrayLike<number>) => Math.hypot(...Array.from(to, (value, place) => value - from[place]!));
      expect(distance(point)).toBeLessThanOrEqual(distance(inside) + 1e-6);
    }),
    { numRuns: 500, seed: 11 },
  );
});

it('says when there is none', () => {
  const wall = (normal: number, bound: number) => ({ normal: Float64Array.of(normal), bound });
  expect(() => nearestPoint(Float64Array.of(0), [wall(1, 2), wall(-1, -1)])).toThrow('No point');
});
