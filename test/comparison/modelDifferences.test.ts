import { describe, expect, it } from 'vitest';
import { modelDifferences } from '../../shared/comparison/modelDifferences.ts';
import { type Model, model } from '../../shared/model/model.ts';

const base: Model = model.parse({
  id: 'm',
  name: 'M',
  dimensions: [
    {
      kind: 'group',
      id: 'use',
      name: 'Usage',
      weight: 60,
      children: [
        { kind: 'metric', id: 'logins', metric: 'logins', weight: 1, curve: { kind: 'steps', cuts: [5, 20], points: [0, 50, 100] } },
        {
          kind: 'metric',
          id: 'seats',
          metric: 'seats',
          weight: 1,
          curve: { kind: 'ramp', log1p: true, from: { value: 0, points: 0 }, to: { value: Math.log1p(99), points: 100 } },
        },
      ],
    },
    { kind: 'metric', id: 'plan', metric: 'plan', weight: 40, curve: { kind: 'categories', points: { Gold: 100, Free: 20 } } },
  ],
  bands: [
    { id: 'red', name: 'Red', colour: '#d55e00', shape: 'square' },
    { id: 'green', name: 'Green', colour: '#009e73', shape: 'circle' },
  ],
  cuts: [60],
  segments: [{ id: 'big', name: 'Big', where: 'seats > 100', weights: { plan: 10 } }],
});

const changed = (change: (draft: Model) => void) => {
  const draft = structuredClone(base);
  change(draft);
  return modelDifferences(base, draft, (metric) => metric.toUpperCase()).map(
    ({ what, where, before, after }) => `${what} | ${where} | ${before} | ${after}`,
  );
};
const leaf = (draft: Model, id: string) => {
  const [use, plan] = draft.dimensions;
  return (id === 'plan' ? plan : use!.kind === 'group' && use!.children.find((one) => one.id === id)) as Extract<
    Model['dimensions'][0],
    { kind: 'metric' }
  >;
};

it('finds nothing between a model and its copy, and nothing in names, locks, notes and the order of keys', () => {
  expect(changed(() => {})).toEqual([]);
  expect(
    changed((draft) => {
      draft.name = 'Other';
      draft.dimensions[0]!.locked = true;
      leaf(draft, 'logins').note = 'a note';
      leaf(draft, 'plan').curve = { unlisted: 'missing', points: { Free: 20, Gold: 100 }, loose: false, kind: 'categories' };
    }),
  ).toEqual([]);
});

describe('says in words', () => {
  it.each<[string, (draft: Model) => void, string[]]>([
    [
      'weights, with their share of the score',
      (draft) => {
        draft.dimensions[1]!.weight = 20;
      },
      ['weight | PLAN | 40 (40 % of the score) | 20 (25 % of the score)'],
    ],
    [
      'curves and missing policies',
      (draft) => {
        leaf(draft, 'logins').curve = { kind: 'steps', cuts: [5, 30], points: [0, 50, 100] };
        leaf(draft, 'seats').missing = { policy: 'neutral', points: 40 };
      },
      ['curve | LOGINS | below: 0 · 5: 50 · 20: 100 | below: 0 · 5: 50 · 30: 100', 'missing | SEATS | does not count | neutral 40 points'],
    ],
    [
      'a curve of another kind, in the metric’s own values',
      (draft) => {
        leaf(draft, 'seats').curve = { kind: 'target-range', rise: [0, 1], fall: [2, 3], inside: 100, below: 0, above: 10 };
        leaf(draft, 'plan').curve = { kind: 'categories', points: { Gold: 100 }, unlisted: 30, loose: false };
      },
      [
        'curve | SEATS | ramp 0: 0 to 99: 100 | range 0: 0 to 1: 100 to 2: 100 to 3: 10',
        'curve | PLAN | Gold: 100 · Free: 20 · other: missing | Gold: 100 · other: 30',
      ],
    ],
    [
      'what is new, gone, elsewhere or measured by something else',
      (draft) => {
        const use = draft.dimensions[0] as Extract<Model['dimensions'][0], { kind: 'group' }>;
        const [logins, seats] = use.children;
        leaf(draft, 'logins').metric = 'sessions';
        use.children = [logins!];
        draft.dimensions = [use, seats!, { ...leaf(draft, 'plan'), id: 'tier', metric: 'tier' }];
      },
      [
        'tree | SESSIONS | in Usage, measured by LOGINS | in Usage, measured by SESSIONS',
        'tree | SEATS | in Usage, measured by SEATS | in the score, measured by SEATS',
        'tree | PLAN | in the score, measured by PLAN | -',
        'tree | TIER | - | in the score, measured by TIER',
      ],
    ],
    [
      'bands and cuts',
      (draft) => {
        draft.bands.push({ id: 'gold', name: 'Gold', colour: '#ffd700', shape: 'diamond' });
        draft.cuts = [55.5, 80];
      },
      ['bands | Bands | Red, Green | Red, Green, Gold', 'cuts | Band edges | 60 | 55.5, 80'],
    ],
    [
      'segments, and what they override',
      (draft) => {
        draft.segments[0] = {
          ...draft.segments[0]!,
          where: 'seats > 200',
          weights: { use: 5 },
          curves: { logins: { kind: 'steps', cuts: [], points: [50] } },
          cuts: [70],
        };
        draft.segments.push({ id: 'new', name: 'New', where: 'tenure < 90', weights: {}, curves: {} });
      },
      [
        'segment | Segments in order | Big | Big, New',
        'segment | Big | where seats > 100 | where seats > 200',
        'segment | Big: PLAN, weight | 10 | as the base',
        'segment | Big: Usage, weight | as the base | 5',
        'segment | Big: LOGINS | as the base | below: 50',
        'segment | Big: band edges | as the base | 70',
      ],
    ],
    [
      'rules',
      (draft) => {
        draft.minimumCoverage = 0.4;
        draft.rescale = { from: 20, to: 90 };
        draft.caps = [{ id: 'late', name: 'Pays late', where: 'overdue > 60', score: 50, band: 'red' }];
      },
      [
        'rule | Least coverage | 0 % | 40 %',
        'rule | Rescaling | - | 20 to 90 becomes 0-100',
        'rule | Pays late | - | score at most 50 and band at most red where overdue > 60',
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(changed(change)).toEqual(expected);
  });
});

it('names a refrozen reference even where its short form is the same', () => {
  const percentile = (knots: [number, number][]): Model => {
    const draft = structuredClone(base);
    leaf(draft, 'logins').curve = { kind: 'percentile', direction: 'higher', knots, frozenOn: '2026-03-31' };
    return draft;
  };
  const knots: [number, number][] = [
    [1, 0.2],
    [2, 0.8],
  ];
  expect(modelDifferences(percentile(knots), percentile(knots))).toEqual([]);
  expect(modelDifferences(percentile(knots), percentile([[1, 0.5]]))).toMatchObject([
    { what: 'curve', before: 'percentile, higher is healthier, frozen 2026-03-31' },
  ]);
});

it('writes numbers as they are written where it is read', () => {
  const draft = structuredClone(base);
  draft.cuts = [62.5];
  leaf(draft, 'plan').weight = 1234.5;
  const write = (value: number, decimals: number) => new Intl.NumberFormat('de-DE', { maximumFractionDigits: decimals }).format(value);
  expect(modelDifferences(base, draft, undefined, write).map(({ before, after }) => `${before} | ${after}`)).toEqual([
    '40 (40 % of the score) | 1.234,5 (95,4 % of the score)',
    '60 | 62,5',
  ]);
});
