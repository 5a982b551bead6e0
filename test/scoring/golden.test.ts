import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NamedValue } from '../../shared/expression/expression.ts';
import type { Curve } from '../../shared/model/curve.ts';
import { type Leaf, leavesOf, type Model, model as modelSchema } from '../../shared/model/model.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import { reach } from '../../shared/scoring/reach.ts';
import { rescaleToFullRange } from '../../shared/scoring/rescaleToFullRange.ts';
import { scoreObservation } from '../../shared/scoring/scoreObservation.ts';
import { bands } from './randomModel.ts';

const template = join(import.meta.dirname, '../../resources/templates/customer_health_framework.json');
const framework = modelSchema.parse(JSON.parse(readFileSync(template, 'utf8')).document.models[0]);

/** A value the curve gives these points for. */
function valueEarning(curve: Curve, points: number): NamedValue {
  const candidates: NamedValue[] =
    curve.kind === 'categories' ? Object.keys(curve.points) : curve.kind === 'steps' ? [curve.cuts[0]! - 1, ...curve.cuts] : [];
  return candidates.find((value) => pointsOf(curve, value) === points)!;
}

const atPoints = (model: Model, points: number) => {
  const values = new Map(leavesOf(model.dimensions).map((leaf) => [leaf.metric, valueEarning(leaf.curve, points)]));
  return scoreObservation(model, (name) => values.get(name)!);
};

describe('the customer health framework (seed 003)', () => {
  it.each([
    [30, 'red'],
    [70, 'yellow'],
    [100, 'green'],
  ])('every metric in the interval of %d points scores exactly that', (points, band) => {
    const { score, band: index } = atPoints(framework, points);
    expect(score).toBeCloseTo(points, 12);
    expect(framework.bands[index!]!.id).toBe(band);
  });

  it('reaches 30..100, and no metric moves it by more than 3.27 points', () => {
    const { min, max, swings } = reach(framework);
    const of = (metric: string) => swings.get(leavesOf(framework.dimensions).find((leaf) => leaf.metric === metric)!.id)!;
    expect([min, max]).toEqual([expect.closeTo(30, 10), expect.closeTo(100, 10)]);
    expect(swings.size).toBe(34);
    expect(Math.max(...swings.values())).toBeCloseTo(3.2667, 4);
    expect(of('nps_answer')).toBeCloseTo(1.05, 10);
    expect(of('executive_relationship')).toBeCloseTo(1.75, 10);
  });

  it('can be stretched to 0..100 as an explicit step', () => {
    const stretched = rescaleToFullRange(framework);
    expect(reach(stretched)).toMatchObject({ min: 0, max: 100 });
    expect(atPoints(stretched, 30).score).toBeCloseTo(0, 10);
    expect(atPoints(stretched, 70).score).toBeCloseTo((40 / 70) * 100, 10);
    expect(atPoints(stretched, 70).rolledUp).toBeCloseTo(70, 10);
  });
});

const straight: Curve = { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 100, points: 100 }, outside: 'clamp' };
const leaf = (metric: string, weight: number, missing: Leaf['missing'] = { policy: 'redistribute' }, curve: Curve = straight): Leaf => ({
  ...{ kind: 'metric', id: `${metric}_leaf`, metric, weight },
  curve,
  missing,
});
const modelOf = (dimensions: Model['dimensions']): Model => ({
  ...{ id: 'm', name: 'M', dimensions, bands, cuts: [60, 80], minimumCoverage: 0, segments: [], caps: [] },
});
const score = (model: Model, values: Record<string, number | null>) => scoreObservation(model, (name) => values[name] ?? null);

describe('golden cases', () => {
  it('a ramp from 10 to 110 gives 60 half of the points', () => {
    const ramp: Curve = { kind: 'ramp', from: { value: 10, points: 0 }, to: { value: 110, points: 100 }, outside: 'clamp' };
    expect(pointsOf(ramp, 60)).toBe(50);
  });

  it('two siblings 40/60, the 60 one missing: redistribute gives the other one its value', () => {
    const found = score(modelOf([leaf('a', 40), leaf('b', 60)]), { a: 30 });
    expect(found).toMatchObject({ score: 30, coverage: 0.4, low: 12, high: 72, band: 0, bandCertain: false });
    expect(found.nodes.map(({ share, contribution, state }) => ({ share, contribution, state }))).toEqual([
      { share: 1, contribution: 30, state: 'present' },
      { share: 0, contribution: null, state: 'redistributed' },
    ]);
  });

  it('the same with neutral 50', () => {
    const found = score(modelOf([leaf('a', 40), leaf('b', 60, { policy: 'neutral', points: 50 })]), { a: 30 });
    expect(found.score).toBeCloseTo(0.4 * 30 + 0.6 * 50, 12);
    expect(found.coverage).toBeCloseTo(0.4, 12);
  });

  it('the same with worst, and with no score', () => {
    expect(score(modelOf([leaf('a', 40), leaf('b', 60, { policy: 'worst' })]), { a: 30 }).score).toBeCloseTo(12, 12);
    expect(score(modelOf([leaf('a', 40), leaf('b', 60, { policy: 'no-score' })]), { a: 30 })).toMatchObject({
      score: null,
      rolledUp: null,
      withheld: 'metric-missing',
      low: 12,
      high: 72,
    });
  });

  it('a group whose metrics are all missing does not count: its weight goes to its siblings', () => {
    const group = (id: string, weight: number, children: Leaf[]) => ({ kind: 'group' as const, id, name: id, weight, children });
    const model = modelOf([group('g1', 1, [leaf('a', 1), leaf('b', 3)]), group('g2', 9, [leaf('c', 1), leaf('d', 1)])]);
    const found = score(model, { a: 80, b: 40 });
    expect(found.score).toBe(50);
    expect(found.nodes.find(({ node }) => node.id === 'g2')).toMatchObject({ share: 0, value: null, contribution: null });
    expect(found.coverage).toBeCloseTo(0.1, 12);
  });

  it.each([
    [80, 2],
    [79.9995, 2],
    [79.9994, 1],
    [79.96, 1],
    [60, 1],
    [59.99, 0],
  ])('%d lies in band %d', (value, band) => {
    const found = score(modelOf([leaf('a', 1)]), { a: value });
    expect(found.band).toBe(band);
    if (value === 79.96) expect(found.score!.toFixed(1)).toBe('80.0');
  });

  it('one metric of weight 0 is observed only, and a model of such metrics gives no score', () => {
    expect(score(modelOf([leaf('a', 1), leaf('b', 0)]), { a: 70, b: 5 })).toMatchObject({
      score: 70,
      nodes: [{}, { value: 5, contribution: null, state: 'observed-only' }],
    });
    expect(score(modelOf([leaf('b', 0)]), { b: 5 })).toMatchObject({
      score: null,
      withheld: 'no-weights',
      low: null,
      high: null,
      coverage: 0,
    });
    expect(score(modelOf([]), {})).toMatchObject({ score: null, withheld: 'no-weights', coverage: 0, nodes: [] });
  });

  it('a constant metric has a score and no spread: percentile 50, z-score 50', () => {
    expect(pointsOf({ kind: 'percentile', direction: 'higher', knots: [[7, 0.5]] }, 7)).toBe(50);
    expect(pointsOf({ kind: 'z-score', direction: 'lower', reference: { mean: 7, sd: 0 } }, 7)).toBe(50);
  });

  it('coverage below the minimum withholds the score; exactly the minimum does not', () => {
    const model = { ...modelOf([leaf('a', 1), leaf('b', 2)]), minimumCoverage: 1 / 3 };
    expect(score(model, { a: 50 }).score).toBe(50);
    expect(score({ ...model, minimumCoverage: 0.34 }, { a: 50 })).toMatchObject({
      score: null,
      band: null,
      withheld: 'coverage',
      rolledUp: 50,
    });
  });

  it('contributions add up to the rolled-up score', () => {
    const found = score(modelOf([leaf('a', 0.35), leaf('b', 0.25), leaf('c', 0.4)]), { a: 33, c: 71 });
    expect(found.nodes.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBeCloseTo(found.rolledUp!, 12);
  });

  it('a cap of the band leaves the score, and also bounds the certain range', () => {
    const model: Model = { ...modelOf([leaf('a', 1)]), caps: [{ id: 'c', name: 'C', where: 'a > 50', band: 'red' }] };
    expect(score(model, { a: 95 })).toMatchObject({ score: 95, band: 0, low: 95, high: 95, bandCertain: true });
  });
});
