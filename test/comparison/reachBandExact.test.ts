import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ObservedRange } from '../../shared/comparison/ObservedRange.ts';
import { reachBand, reachBandInParts } from '../../shared/comparison/reachBand.ts';
import type { NamedValue } from '../../shared/expression/expression.ts';
import type { Curve } from '../../shared/model/curve.ts';
import { type Model, model } from '../../shared/model/model.ts';
import { scoreObservation } from '../../shared/scoring/scoreObservation.ts';

const bands = ['red', 'yellow', 'green'].map((id) => ({ id, name: id, colour: '#000000', shape: 'circle' as const }));
const highest = 7;
const points = fc.integer({ min: 0, max: 100 });
const cut = fc.integer({ min: 1, max: highest });

const curve: fc.Arbitrary<Curve> = fc.oneof(
  fc.tuple(points, points, points, points).map(([a, b, c, d]): Curve => ({ kind: 'steps', cuts: [2, 4, 6], points: [a, b, c, d] })),
  fc.record({ from: points, to: points, outside: fc.constantFrom('clamp' as const, 'missing' as const) }).map(
    ({ from, to, outside }): Curve => ({
      ...{ kind: 'ramp', from: { value: 1, points: from }, to: { value: 5.5, points: to }, outside },
    }),
  ),
  fc
    .tuple(points, points)
    .map(([below, above]): Curve => ({ kind: 'target-range', rise: [1, 3], fall: [4, 4], below, inside: 100, above })),
  fc.constantFrom<Curve>(
    { kind: 'z-score', direction: 'lower', reference: { mean: 3, sd: 2 } },
    { kind: 'ramp', log1p: true, from: { value: 0.5, points: 0 }, to: { value: 2, points: 100 }, outside: 'clamp' },
  ),
);
const policy = fc.constantFrom(
  { policy: 'redistribute' as const },
  { policy: 'neutral' as const, points: 50 },
  { policy: 'worst' as const },
);
const metric = fc.record({
  curve,
  missing: policy,
  weight: fc.integer({ min: 0, max: 4 }),
  value: fc.option(fc.integer({ min: 0, max: highest }), { nil: null, freq: 4 }),
  sd: fc.constantFrom(2, 4, 5),
  median: fc.integer({ min: 0, max: highest }),
});
const rules = fc.record({
  caps: fc.array(fc.constantFrom('m0 < 3', 'm0 >= 2 and m1 <= 4', 'not (m1 > 3) or m3 is missing', "plan = 'Free'"), { maxLength: 2 }),
  cap: fc.constantFrom({ score: 40 }, { band: 'red' }, { band: 'yellow' }),
  segment: fc.constantFrom(null, 'm2 > 4', "plan in ('Free', 'Pro')", 'm0 between 2 and 5'),
  override: curve,
  edge: cut,
  coverage: fc.constantFrom(0, 0.6),
  rescale: fc.constantFrom(undefined, { from: 10, to: 90 }),
});

interface Metrics {
  names: string[];
  start: Map<string, NamedValue>;
  ranges: Map<string, ObservedRange>;
}

/** Two groups, the first metric in both; the last metric is a category. */
function studyOf(metrics: readonly (typeof metric extends fc.Arbitrary<infer Value> ? Value : never)[], made: RulesMade): [Model, Metrics] {
  const leaf = (index: number, id = `leaf_${index}`) => {
    const { curve, weight, missing } = metrics[index]!;
    return { kind: 'metric', id, metric: `m${index}`, weight, curve, missing };
  };
  const plan: Curve = { kind: 'categories', points: { Free: 10, Pro: 90 }, unlisted: 'missing', loose: false };
  const scored = model.parse({
    ...{ id: 'm', name: 'M', bands, cuts: [45, 62], minimumCoverage: made.coverage, rescale: made.rescale },
    dimensions: [
      { kind: 'group', id: 'one', name: 'One', weight: 2, children: [leaf(0), leaf(1)] },
      {
        ...{ kind: 'group', id: 'two', name: 'Two', weight: 3 },
        children: [leaf(2), leaf(3), leaf(0, 'again'), { kind: 'metric', id: 'plan_leaf', metric: 'plan', weight: 2, curve: plan }],
      },
    ],
    caps: made.caps.map((where, index) => ({ id: `cap_${index}`, name: 'Cap', where, ...made.cap })),
    segments: made.segment
      ? [
          {
            id: 's',
            name: 'S',
            where: made.segment,
            weights: { leaf_1: 5 },
            curves: { leaf_2: made.override },
            cuts: [40, 40 + 3 * made.edge],
          },
        ]
      : [],
  });
  const names = metrics.map((_, index) => `m${index}`);
  return [
    scored,
    {
      names: [...names, 'plan'],
      start: new Map<string, NamedValue>([...names.map((name, index) => [name, metrics[index]!.value] as const), ['plan', 'Trial']]),
      ranges: new Map<string, ObservedRange>([
        ...names.map((name, index): [string, ObservedRange] => {
          const { sd, median } = metrics[index]!;
          return [name, { kind: 'number', min: 0, max: highest, median, sd, whole: true }];
        }),
        ['plan', { kind: 'category', values: ['Free', 'Pro', 'Trial'] }],
      ]),
    },
  ];
}
type RulesMade = typeof rules extends fc.Arbitrary<infer Value> ? Value : never;

/** Every other value, and what it costs. */
function movesOf({ start, ranges }: Metrics, name: string): { value: number | string; effort: number }[] {
  const [range, from] = [ranges.get(name)!, start.get(name)!];
  if (range.kind === 'category') return range.values.filter((value) => value !== from).map((value) => ({ value, effort: 1 }));
  return Array.from({ length: highest + 1 }, (_, value) => {
    const effort = typeof from === 'number' ? Math.abs(value - from) / range.sd : 1 + Math.abs(value - range.median) / range.sd;
    return { value, effort };
  }).filter(({ value }) => value !== from);
}

/** The least effort of each choice of up to three metrics that reaches the band and holds no smaller one that does: by trying everything. */
function triedOut(scored: Model, metrics: Metrics, target: number): { metrics: string[]; effort: number }[] {
  const { names, start } = metrics;
  const reaching: { metrics: string[]; effort: number }[] = [];
  const subsets = Array.from({ length: 2 ** names.length }, (_, set) => names.filter((_, index) => (set >> index) & 1));
  for (const some of subsets.filter(({ length }) => length >= 1 && length <= 3).sort((one, other) => one.length - other.length)) {
    if (reaching.some(({ metrics: known }) => known.every((name) => some.includes(name)))) continue;
    let least = Infinity;
    const values = new Map(start);
    const tryFrom = (index: number, effort: number): void => {
      if (effort >= least) return;
      const name = some[index];
      if (name === undefined) {
        if ((scoreObservation(scored, (one) => values.get(one) ?? null).band ?? -1) >= target) least = effort;
        return;
      }
      for (const move of movesOf(metrics, name)) {
        values.set(name, move.value);
        tryFrom(index + 1, effort + move.effort);
      }
      values.set(name, start.get(name)!);
    };
    tryFrom(0, 0);
    if (least < Infinity) reaching.push({ metrics: some, effort: least });
  }
  return reaching.sort((one, other) => one.metrics.length - other.metrics.length || one.effort - other.effort);
}

it('is what trying out every value of up to three metrics finds: under caps, segments, policies, coverage and rescaling', {
  timeout: 120_000,
}, () => {
  const sizes = [0, 0, 0, 0];
  fc.assert(
    fc.property(fc.array(metric, { minLength: 4, maxLength: 4 }), rules, fc.constantFrom(1, 2), (made, rulesMade, target) => {
      const [scored, metrics] = studyOf(made, rulesMade);
      const lookUp = (name: string) => metrics.start.get(name) ?? null;
      const { score, band } = scoreObservation(scored, lookUp);
      const expected = score === null || band! >= target ? [] : triedOut(scored, metrics, target);
      const found = reachBand(scored, lookUp, metrics.ranges, target, 20);
      expect(found.map(({ effort }) => Number(effort.toFixed(9)))).toEqual(expected.map(({ effort }) => Number(effort.toFixed(9))));
      const named = (some: Iterable<string>) => [...some].sort().join();
      expect(new Set(found.map(({ changes }) => named(changes.keys())))).toEqual(new Set(expected.map(({ metrics }) => named(metrics))));
      const [first] = reachBand(scored, lookUp, metrics.ranges, target, 1);
      expect(first?.effort ?? null).toEqual(found[0]?.effort ?? null);
      for (const { changes } of found) sizes[changes.size]!++;
    }),
    { numRuns: 200 },
  );
  // Each size was really compared.
  expect(Math.min(...sizes.slice(1))).toBeGreaterThan(8);
});

it('is within a hundredth of a standard deviation of the least on fine grids, equal slopes included', () => {
  const ramp: Curve = { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 1, points: 100 }, outside: 'clamp' };
  const anySd = fc.constantFrom(0.1, 0.13, 0.2, 0.37);
  fc.assert(
    fc.property(fc.tuple(anySd, anySd, anySd), fc.integer({ min: 40, max: 92 }), (sds, edge) => {
      const scored = model.parse({
        ...{ id: 'm', name: 'M', bands: bands.slice(1), cuts: [edge] },
        dimensions: sds.map((_, index) => ({ kind: 'metric', id: `leaf_${index}`, metric: `m${index}`, weight: 1, curve: ramp })),
      });
      const ranges = new Map(
        sds.map((sd, index): [string, ObservedRange] => [
          `m${index}`,
          { kind: 'number', min: 0, max: 0.92, median: 0.2, sd, whole: false },
        ]),
      );
      // All values in thousandths, the grain of these spreads; the third follows from the other two.
      let least = Infinity;
      for (let one = 0; one <= 920; one++) {
        for (let two = 0; two <= 920; two++) {
          const three = Math.max(0, Math.ceil(30 * (edge - 0.0005) - 1e-6) - one - two);
          if (three <= 920) least = Math.min(least, (one / sds[0] + two / sds[1] + three / sds[2]) / 1000);
        }
      }
      const found = reachBand(scored, (name) => (ranges.has(name) ? 0 : null), ranges, 1, 1);
      expect(found).toHaveLength(1);
      expect(found[0]!.effort).toBeGreaterThan(least - 1e-6);
      expect(found[0]!.effort).toBeLessThan(least + 0.01);
    }),
    { numRuns: 40 },
  );
});

it('comes in parts, so that a long search can be left, and is the same', () => {
  const ramp: Curve = { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 1, points: 100 }, outside: 'clamp' };
  const names = Array.from({ length: 12 }, (_, index) => `m${index}`);
  const scored = model.parse({
    ...{ id: 'm', name: 'M', bands: bands.slice(1), cuts: [20] },
    dimensions: names.map((metric, index) => ({ kind: 'metric', id: `leaf_${metric}`, metric, weight: 1 + index / 10, curve: ramp })),
  });
  const ranges = new Map(
    names.map((name, index): [string, ObservedRange] => [
      name,
      { kind: 'number', min: 0, max: 1, median: 0.5, sd: 0.2 + index / 100, whole: false },
    ]),
  );
  const lookUp = (name: string) => (ranges.has(name) ? 0 : null);
  const parts = reachBandInParts(scored, lookUp, ranges, 1, 5);
  let pauses = 0;
  for (let next = parts.next(); ; next = parts.next()) {
    if (next.done) {
      expect(next.value.map(({ effort }) => effort)).toEqual(reachBand(scored, lookUp, ranges, 1, 5).map(({ effort }) => effort));
      expect(next.value).toHaveLength(5);
      break;
    }
    pauses++;
  }
  expect(pauses).toBeGreaterThan(5);
});
