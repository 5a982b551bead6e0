import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leavesOf } from '../../shared/model/model.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import { pointsFiller } from '../../shared/whatIf/pointsFiller.ts';
import { randomModel } from '../scoring/randomModel.ts';

it('earns exactly the points of the reference, at every edge of a curve', () => {
  fc.assert(
    fc.property(randomModel, fc.array(fc.double({ min: -10, max: 130 }), { maxLength: 10 }), (model, some) => {
      for (const { curve } of leavesOf(model.dimensions)) {
        if (curve.kind === 'categories') continue;
        const edges = edgesOf(curve);
        const values = Float64Array.from([...some, ...edges, ...edges.map((edge) => edge - 1e-12), Number.NaN]);
        const points = new Float64Array(values.length);
        pointsFiller(curve)(values, points);
        const plain = { ...curve, log1p: false };
        for (const [index, value] of values.entries()) {
          const expected = pointsOf(plain, value);
          if (expected === null) expect(points[index]).toBeNaN();
          else expect(points[index]).toBeCloseTo(expected, 9);
        }
      }
    }),
    { numRuns: 150 },
  );
});

function edgesOf(curve: Parameters<typeof pointsFiller>[0]): number[] {
  switch (curve.kind) {
    case 'steps':
      return curve.cuts;
    case 'ramp':
      return [curve.from.value, curve.to.value];
    case 'target-range':
      return [...curve.rise, ...curve.fall];
    case 'percentile':
      return curve.knots.map(([value]) => value);
    case 'z-score':
      return [];
  }
}
