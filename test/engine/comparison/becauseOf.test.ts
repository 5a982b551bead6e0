import fc from 'fast-check';
import { expect, it } from 'vitest';
import { becauseOf } from '../../../electron/engine/comparison/becauseOf.ts';
import type { Model } from '../../../shared/model/model.ts';
import { changeWeight } from '../../../shared/scoring/changeWeight.ts';
import { scoreObservation } from '../../../shared/scoring/scoreObservation.ts';
import { twoMetrics } from './smallStudy.ts';

const third: Model = {
  ...twoMetrics,
  segments: [],
  dimensions: [...twoMetrics.dimensions, { ...twoMetrics.dimensions[0]!, id: 'nps_leaf', metric: 'nps' } as Model['dimensions'][0]],
};

const because = (before: Model, after: Model, values: Record<string, number | null>) => {
  const lookUp = (name: string) => values[name] ?? null;
  return becauseOf(scoreObservation(before, lookUp), scoreObservation(after, lookUp), (metric) => metric);
};

it('names the low metric that gained weight, not the high ones that lost theirs to it', () => {
  const heavier = changeWeight(third, 'nps_leaf', 2, { rescaleSiblings: true });
  expect(because(third, heavier, { usage: 90, support: 80, nps: 10 })).toMatchObject({ leaf: 'nps_leaf', name: 'nps' });
  expect(because(heavier, third, { usage: 90, support: 80, nps: 10 })).toMatchObject({ leaf: 'nps_leaf' });
});

it('names nothing where nothing moved, or one score is withheld, and follows the rescaled score', () => {
  expect(because(third, third, { usage: 90, support: 80, nps: 10 })).toBeNull();
  const strict: Model = { ...third, minimumCoverage: 1 };
  expect(because(third, strict, { usage: 90, support: 80 })).toBeNull();
  const curve = { kind: 'steps' as const, cuts: [], points: [20] };
  const flat = (model: Model): Model => ({ ...model, dimensions: [{ ...model.dimensions[0]!, curve } as Model['dimensions'][0]] });
  const stretched: Model = { ...third, dimensions: [third.dimensions[0]!], rescale: { from: 0, to: 50 } };
  expect(because(stretched, flat(stretched), { usage: 40 })).toEqual({ leaf: 'usage_leaf', name: 'usage', points: -40 });
});

it('never says more than could be, and always in the direction of the change', () => {
  const weight = fc.double({ min: 0.1, max: 10, noNaN: true });
  const value = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(weight, weight, value, value, value, (one, other, usage, support, nps) => {
      const before = changeWeight(third, 'usage_leaf', one, { rescaleSiblings: false });
      const after = changeWeight(third, 'nps_leaf', other, { rescaleSiblings: false });
      const scores = [before, after].map((model) => scoreObservation(model, (name) => ({ usage, support, nps })[name] ?? null).score);
      const found = because(before, after, { usage, support, nps });
      if (found === null) return;
      const change = scores[1]! - scores[0]!;
      expect(Math.sign(found.points)).toBe(Math.sign(change));
      expect(3 * Math.abs(found.points)).toBeGreaterThanOrEqual(Math.abs(change) - 1e-6);
    }),
  );
});
