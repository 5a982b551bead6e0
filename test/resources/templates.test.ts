import { describe, expect, it } from 'vitest';
import { listTemplates } from '../../electron/engine/templates/listTemplates.ts';
import { type Curve, curve } from '../../shared/model/curve.ts';
import { leavesOf, type Model } from '../../shared/model/model.ts';
import { importPlan } from '../../shared/model/source.ts';
import { advice } from '../../shared/scoring/advice.ts';
import { curveRange } from '../../shared/scoring/curveRange.ts';
import { effectiveWeights } from '../../shared/scoring/effectiveWeights.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import { reach } from '../../shared/scoring/reach.ts';
import { scoreObservation } from '../../shared/scoring/scoreObservation.ts';
import { valueEarning } from './valueEarning.ts';

const { templates } = await listTemplates('resources');
const modelOf = (id: string): Model => templates.find((each) => each.id === id)!.document.models![0]!;

describe('every template', () => {
  it('is there, the small one first', () => {
    expect(templates.map(({ id }) => id)).toEqual([
      'starter',
      'customer_health_framework',
      'onboarding',
      'adoption',
      'renewal',
      'expansion',
      'supplier_health',
    ]);
  });

  it.each(templates)('$id measures each metric of its tree once, and every one it names', ({ document, id }) => {
    const measured = leavesOf(document.models![0]!.dimensions).map((leaf) => leaf.metric);
    expect(new Set(measured)).toEqual(new Set(document.metrics!.map((metric) => metric.id)));
    expect(measured).toHaveLength(document.metrics!.length);
    expect(document.currentModel).toBe(id);
    expect(document.models![0]!.template).toBe(id);
  });

  it.each(templates)('$id can be matched with one wide snapshot: each metric is a column of its name', ({ document }) => {
    for (const metric of document.metrics!) expect(metric.value).toEqual({ kind: 'column', source: 'accounts', column: metric.id });
  });

  it.each(templates)('$id has no category that an import reads as "no value"', ({ document }) => {
    const { nullSpellings } = importPlan.parse({ format: 'csv', columns: [] });
    const missing = new Set(nullSpellings.map((spelling) => spelling.toLowerCase()));
    for (const leaf of leavesOf(document.models![0]!.dimensions))
      if (leaf.curve.kind === 'categories')
        for (const category of Object.keys(leaf.curve.points)) expect(missing, leaf.id).not.toContain(category.toLowerCase());
  });

  it.each(templates)('$id can put an account into each of its bands', ({ document }) => {
    const codes = advice(document.models![0]!).map(({ code }) => code);
    expect(codes).not.toContain('band-out-of-reach');
    expect(codes).not.toContain('curve-flat');
    expect(codes).not.toContain('group-without-effect');
    expect(codes).not.toContain('all-weights-zero');
  });

  it.each(templates)('$id scores 0 to 100 through curves that say which way is healthier as its metrics do', ({ document }) => {
    const directions = new Map(document.metrics!.map((metric) => [metric.id, metric.direction]));
    for (const leaf of leavesOf(document.models![0]!.dimensions)) {
      expect(curve.safeParse(leaf.curve).success).toBe(true);
      const [first, last] = endsOf(leaf.curve);
      if (directions.get(leaf.metric) === 'higher') expect(last, leaf.id).toBeGreaterThan(first);
      if (directions.get(leaf.metric) === 'lower') expect(last, leaf.id).toBeLessThan(first);
    }
  });
});

describe('the starter', () => {
  it('has six factors of 10 to 20 points, and nothing to be advised about', () => {
    const swings = [...reach(modelOf('starter')).swings.values()];
    expect(swings).toHaveLength(6);
    const points = [...effectiveWeights(modelOf('starter')).values()].map((share) => Math.round(100 * share));
    expect(points.every((each) => each >= 10 && each <= 20)).toBe(true);
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(100);
  });
});

describe('the customer health framework', () => {
  const framework = modelOf('customer_health_framework');
  const leaves = leavesOf(framework.dimensions);
  const scoreOf = (points: number) => {
    const values = new Map(leaves.map((leaf) => [leaf.metric, valueEarning(leaf.curve, points)]));
    return scoreObservation(framework, (name) => values.get(name) ?? null).score;
  };

  it('has 34 metrics in four dimensions and twelve groups', () => {
    expect(leaves).toHaveLength(34);
    expect(framework.dimensions.map(({ weight }) => weight)).toEqual([35, 25, 25, 15]);
    const groups = framework.dimensions.flatMap((dimension) => (dimension.kind === 'group' ? dimension.children : []));
    expect(groups.map(({ weight }) => weight)).toEqual([40, 40, 20, 40, 30, 30, 40, 30, 30, 50, 30, 20]);
  });

  it.each([
    ['worst', 30],
    ['middle', 70],
    ['best', 100],
  ])('scores every metric in its %s interval as %i', (_, points) => {
    expect(scoreOf(points)).toBeCloseTo(points, 9);
  });

  it('reaches from 30 to 100, with swings of 1.05 to 3.27 points', () => {
    const { min, max, swings } = reach(framework);
    expect(min).toBeCloseTo(30, 9);
    expect(max).toBeCloseTo(100, 9);
    const rounded = (id: string) => Math.round(100 * swings.get(id)!) / 100;
    expect(Math.round(100 * Math.max(...swings.values())) / 100).toBe(3.27);
    expect(rounded('nps_answer_points')).toBe(1.05);
    expect(rounded('executive_relationship_points')).toBe(1.75);
  });

  it('gives what is written for the edges, and settles the gaps as its notes say', () => {
    const points = (metric: string, value: number) => pointsOf(leaves.find((leaf) => leaf.metric === metric)!.curve, value);
    expect([49.9, 50, 69.5, 70].map((value) => points('daily_active_share', value))).toEqual([30, 70, 70, 100]);
    expect([0, 2, 2.5, 3, 5, 5.5].map((value) => points('tickets_per_month', value))).toEqual([100, 100, 70, 70, 70, 30]);
    expect([24, 24.5, 48, 48.5].map((value) => points('resolution_hours', value))).toEqual([100, 70, 70, 30]);
    expect([59, 60, 80, 100, 130].map((value) => points('budget_use', value))).toEqual([30, 70, 100, 100, 70]);
    expect([3, 0, -3, -5, -10, -10.5].map((value) => points('contract_value_change', value))).toEqual([100, 100, 70, 70, 70, 30]);
    expect([6, 7, 8.5, 9].map((value) => points('nps_answer', value))).toEqual([30, 70, 70, 100]);
    expect([99.5, 100].map((value) => points('on_time_payments', value))).toEqual([70, 100]);
    for (const metric of [
      'tickets_per_month',
      'resolution_hours',
      'budget_use',
      'contract_value_change',
      'nps_answer',
      'executive_meetings_180d',
    ])
      expect(leaves.find((leaf) => leaf.metric === metric)!.note, metric).toBeTruthy();
  });
});

/** Points at the low and the high end of a curve's values. */
function endsOf(one: Curve): [number, number] {
  if (one.kind === 'steps') return [one.points[0]!, one.points.at(-1)!];
  if (one.kind === 'ramp') return [one.from.points, one.to.points];
  const { min, max } = curveRange(one);
  return [min, max];
}
