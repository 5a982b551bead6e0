import fc from 'fast-check';
import type { Model } from '../../shared/model/model.ts';
import { bands, numberMetrics, type RandomObservation } from './randomModel.ts';

const points = fc.constantFrom(0, 10, 30, 33.3, 70, 90, 100);

/**
 * A step model and an observation whose score is exactly the upper cut on paper: the cut is computed in whole tenths and hundredths,
 * the score in 64-bit floats, so that many fall a hair below.
 */
export const onTheCut: fc.Arbitrary<{ model: Model; row: RandomObservation }> = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 60 }), points }), { minLength: 2, maxLength: 4 })
  .filter((leaves) => leaves.some((one) => one.points > 0))
  .map((leaves) => {
    const tenths = leaves.reduce((sum, { weight, points }) => sum + weight * Math.round(points * 10), 0);
    const cut = tenths / leaves.reduce((sum, { weight }) => sum + weight, 0) / 10;
    const model: Model = {
      id: 'steps',
      name: 'Steps',
      dimensions: leaves.map(({ weight, points }, index) => ({
        kind: 'metric',
        id: `n${index}`,
        metric: numberMetrics[index]!,
        weight: weight / 100,
        curve: { kind: 'steps', cuts: [50], points: [0, points] },
        missing: { policy: 'redistribute' },
      })),
      bands,
      cuts: [cut / 2, cut],
      minimumCoverage: 0,
      segments: [],
      caps: [],
    };
    const [m1, m2, m3, m4] = numberMetrics.map((_, index) => (index < leaves.length ? 50 : null));
    return { model, row: { m1: m1!, m2: m2!, m3: m3!, m4: m4!, tier: null, size: null, renewed: null } };
  });
