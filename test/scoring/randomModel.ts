import fc from 'fast-check';
import type { Curve } from '../../shared/model/curve.ts';
import type { Band, Leaf, MissingPolicy, Model, Node, Segment } from '../../shared/model/model.ts';

/** The metrics random models measure: four numbers and a category. */
export const numberMetrics = ['m1', 'm2', 'm3', 'm4'];
export const categoryMetric = 'tier';
export const categories = ['gold', 'Silver ', 'bronze', "o'brien"];

export const bands: Band[] = ['red', 'yellow', 'green'].map((id) => ({ id, name: id, colour: '#009e73', shape: 'circle' }));

const points = fc.oneof(fc.constantFrom(0, 30, 70, 100), fc.double({ min: 0, max: 100, noNaN: true }));
const value = fc.oneof(fc.integer({ min: -5, max: 120 }), fc.double({ min: -5, max: 120, noNaN: true })).map((one) => one + 0);
const rising = (count: { minLength: number; maxLength: number }) =>
  fc.uniqueArray(value, { ...count, comparator: 'SameValueZero' }).map((values) => values.sort((one, other) => one - other));
const log1p = fc.option(fc.constant(true), { nil: undefined, freq: 4 });
const direction = fc.constantFrom<'higher' | 'lower'>('higher', 'lower');

const numeric: fc.Arbitrary<Curve> = fc.oneof(
  rising({ minLength: 0, maxLength: 8 }).chain((cuts) =>
    fc.record({
      kind: fc.constant('steps' as const),
      cuts: fc.constant(cuts),
      points: fc.array(points, { minLength: cuts.length + 1, maxLength: cuts.length + 1 }),
    }),
  ),
  fc
    .tuple(rising({ minLength: 2, maxLength: 2 }), points, points, log1p, fc.constantFrom<'clamp' | 'missing'>('clamp', 'missing'))
    .map(([[from, to], one, other, log1p, outside]) => ({
      kind: 'ramp' as const,
      log1p,
      from: { value: from!, points: one },
      to: { value: to!, points: other },
      outside,
    })),
  fc.tuple(fc.array(value, { minLength: 4, maxLength: 4 }), points, points, points, log1p).map(([corners, below, inside, above, log1p]) => {
    const [a, b, c, d] = corners.sort((one, other) => one - other) as [number, number, number, number];
    return {
      kind: 'target-range' as const,
      log1p,
      rise: [a, b] as [number, number],
      fall: [c, d] as [number, number],
      below,
      inside,
      above,
    };
  }),
  fc.tuple(rising({ minLength: 0, maxLength: 12 }), direction, log1p).map(([values, direction, log1p]) => ({
    kind: 'percentile' as const,
    direction,
    log1p,
    knots: values.map((one, index): [number, number] => [one, (index + 0.5) / values.length]),
  })),
  fc.record({
    kind: fc.constant('z-score' as const),
    direction,
    log1p,
    reference: fc.option(
      fc.record({ mean: value, sd: fc.oneof(fc.constant(0), fc.constant(1e-4), fc.double({ min: 0.01, max: 50, noNaN: true })) }),
      { nil: null, freq: 5 },
    ),
  }),
);

const category: fc.Arbitrary<Curve> = fc.record({
  kind: fc.constant('categories' as const),
  points: fc.dictionary(fc.constantFrom('gold', 'silver', 'BRONZE', "o'brien"), points, { maxKeys: 4 }),
  unlisted: fc.oneof(fc.constant('missing' as const), points),
  loose: fc.boolean(),
});

const weight = fc.oneof(fc.constantFrom(0, 1, 1, 0.35, 40), fc.double({ min: 0.001, max: 100, noNaN: true }));
const policy: fc.Arbitrary<MissingPolicy> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ policy: 'redistribute' as const }) },
  points.map((points) => ({ policy: 'neutral' as const, points })),
  fc.constant({ policy: 'worst' as const }),
  fc.constant({ policy: 'no-score' as const }),
);

const leaf: fc.Arbitrary<Leaf> = fc
  .oneof(fc.tuple(fc.constantFrom(...numberMetrics), numeric), fc.tuple(fc.constant(categoryMetric), category))
  .chain(([metric, curve]) =>
    fc.record({
      kind: fc.constant('metric' as const),
      id: fc.constant<string>(''),
      metric: fc.constant(metric),
      weight,
      curve: fc.constant(curve),
      missing: policy,
    }),
  );

const node = (depth: number): fc.Arbitrary<Node> => {
  if (depth === 0) return leaf;
  const group = fc.record({
    kind: fc.constant('group' as const),
    id: fc.constant<string>(''),
    name: fc.constant('group'),
    weight,
    children: fc.array(node(depth - 1), { maxLength: 4 }),
  });
  return fc.oneof({ weight: 2, arbitrary: group }, leaf);
};

/** Gives every node its own id: n1, n2 ... */
function numbered(nodes: Node[], count = { last: 0 }): Node[] {
  return nodes.map((one) => {
    count.last += 1;
    const id = `n${count.last}`;
    return one.kind === 'metric' ? { ...one, id } : { ...one, id, children: numbered(one.children, count) };
  });
}

const condition = fc.constantFrom(
  `m1 > 50`,
  `tier = 'gold'`,
  `m2 is missing`,
  `not (m3 between 10 and 60) and account.size >= 100`,
  `size < 100 or renewed`,
);
const cuts = fc.oneof(fc.constant<number[]>([60, 80]), fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 61, max: 100 })));

const segmentOf = (nodes: Node[]): fc.Arbitrary<Segment> => {
  const all = (some: Node[]): Node[] => some.flatMap((one) => (one.kind === 'group' ? [one, ...all(one.children)] : [one]));
  const ids = all(nodes).map((one) => one.id);
  const numberLeaves = all(nodes)
    .filter((one) => one.kind === 'metric' && one.metric !== categoryMetric)
    .map((one) => one.id);
  return fc.record({
    id: fc.constant<string>(''),
    name: fc.constant<string>('segment'),
    where: condition,
    weights: someOf(ids, weight, 3),
    curves: someOf(numberLeaves, numeric, 2),
    cuts: fc.option(cuts, { nil: undefined }),
  });
};

function someOf<Value>(ids: string[], value: fc.Arbitrary<Value>, maxKeys: number): fc.Arbitrary<Record<string, Value>> {
  return ids.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...ids), value, { maxKeys });
}

/** Any model over the metrics above: every curve, depth, policy, segments, caps, rescaling, weights of 0. */
export const randomModel: fc.Arbitrary<Model> = fc.array(node(3), { maxLength: 4 }).chain((nodes) => {
  const dimensions = numbered(nodes);
  return fc.record({
    id: fc.constant<string>('model'),
    name: fc.constant<string>('Model'),
    dimensions: fc.constant<Node[]>(dimensions),
    bands: fc.constant<Band[]>(bands),
    cuts,
    minimumCoverage: fc.constantFrom(0, 0, 0.25, 0.5, 1),
    segments: fc.array(segmentOf(dimensions), { maxLength: 2 }).map((some) => some.map((one, index) => ({ ...one, id: `s${index}` }))),
    caps: fc.array(
      fc.record({
        id: fc.constant('cap'),
        name: fc.constant('cap'),
        where: condition,
        score: fc.option(points, { nil: undefined }),
        band: fc.constantFrom('red', 'yellow'),
      }),
      { maxLength: 2 },
    ),
    rescale: fc.option(fc.constantFrom({ from: 30, to: 100 }, { from: -10, to: 62.5 }), { nil: undefined }),
  });
});

/** One observation: its metrics and two account columns, each missing now and then. */
export const randomObservation = fc.record({
  m1: missable(value),
  m2: missable(value),
  m3: missable(value),
  m4: missable(value),
  tier: missable(fc.constantFrom(...categories)),
  size: missable(fc.integer({ min: 0, max: 200 })),
  renewed: missable(fc.boolean()),
});
export type RandomObservation = Record<'m1' | 'm2' | 'm3' | 'm4' | 'size', number | null> & {
  tier: string | null;
  renewed: boolean | null;
};

function missable<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(arbitrary, { nil: null, freq: 2 });
}
