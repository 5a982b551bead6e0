import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../renderer/state/Draft.ts';
import { moveCut, removeBand, splitBand, startingBands } from '../../../renderer/views/model/edit/bands.ts';
import { modelOfMetrics } from '../../../renderer/views/model/edit/modelOfMetrics.ts';
import { baseScope, clearOverride, overridesText, setCurve, setCuts, setWeights } from '../../../renderer/views/model/edit/scope.ts';
import { fittingKinds, startingCurve } from '../../../renderer/views/model/edit/startingCurve.ts';
import {
  addNode,
  findNode,
  moveNode,
  placedNodes,
  possibleParents,
  removeNode,
  takenIds,
} from '../../../renderer/views/model/edit/tree.ts';
import type { MetricProfile } from '../../../shared/contract/observationCalls.ts';
import { curve } from '../../../shared/model/curve.ts';
import { emptyDefinition } from '../../../shared/model/definition.ts';
import { metric as metricSchema } from '../../../shared/model/metric.ts';
import { type Leaf, type Model, model as modelSchema } from '../../../shared/model/model.ts';

const leaf = (id: string, weight = 1): Leaf => ({
  kind: 'metric',
  id,
  metric: id,
  weight,
  curve: { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 10, points: 100 }, outside: 'clamp' },
  missing: { policy: 'redistribute' },
});

const model: Model = {
  id: 'm',
  name: 'M',
  ...startingBands,
  minimumCoverage: 0,
  caps: [{ id: 'late', name: 'Late', where: 'overdue > 60', band: 'yellow' }],
  dimensions: [
    { kind: 'group', id: 'usage', name: 'Usage', weight: 60, children: [leaf('logins'), leaf('depth')] },
    { kind: 'group', id: 'support', name: 'Support', weight: 40, children: [leaf('tickets')] },
  ],
  segments: [
    { id: 'smb', name: 'SMB', where: 'size = 1', weights: { logins: 3, usage: 50 }, curves: { logins: leaf('x').curve }, cuts: [50, 70] },
  ],
};

it('a model of own metrics weighs those with a direction, over their own range, and only observes the others', () => {
  const metric = (id: string, direction: 'higher' | 'lower' | 'neither') =>
    metricSchema.parse({ id, name: id, direction, value: { kind: 'tenure' } });
  const metrics = [metric('use', 'higher'), metric('late', 'lower'), metric('same', 'higher'), metric('size', 'neither')];
  const about = (id: string, distinct: number, quantiles: number[] | null): [string, MetricProfile] => [
    id,
    { ...emptyProfile, metric: id, distinct, quantiles },
  ];
  const profiles = new Map([
    about('use', 9, [0, 10, 20, 30, 40, 50, 60]),
    about('late', 9, [0, 1, 2, 3, 4, 5, 6]),
    about('same', 1, [3, 3, 3, 3, 3, 3, 3]),
    about('size', 9, [0, 1, 2, 3, 4, 5, 6]),
  ]);
  const draft = modelOfMetrics({ ...emptyDraft, definition: { ...emptyDefinition, metrics } }, profiles);
  const [made] = draft.models;
  expect(modelSchema.safeParse(made).error).toBeUndefined();
  expect(draft.currentModel).toBe(made!.id);
  expect(made!.dimensions.map(({ id, weight }) => [id, weight])).toEqual([
    ['use', 10],
    ['late', 10],
    ['same', 0],
    ['size', 0],
  ]);
  expect(made!.dimensions.slice(0, 2)).toMatchObject([
    { curve: { kind: 'ramp', from: { value: 10, points: 0 }, to: { value: 50, points: 100 } } },
    { curve: { kind: 'ramp', from: { value: 1, points: 100 }, to: { value: 5, points: 0 } } },
  ]);
});

const emptyProfile: MetricProfile = {
  ...{ metric: 'none', asOf: '2025-12-31', observations: 10, missing: 0, distinct: 0 },
  ...{ min: null, max: null, mean: null, sd: null, quantiles: null, histogram: [], categories: [] },
};

describe('the tree', () => {
  it('loses what a segment overrides of a removed node', () => {
    const without = removeNode(model, 'logins');
    expect(takenIds(without)).toEqual(['usage', 'depth', 'support', 'tickets']);
    expect(without.segments[0]).toMatchObject({ weights: { usage: 50 }, curves: {} });
  });

  it('moves a node into another group, and never a group into itself', () => {
    const moved = moveNode(model, 'logins', { parent: 'support', index: 0 });
    expect(takenIds(moved)).toEqual(['usage', 'depth', 'support', 'logins', 'tickets']);
    expect(moveNode(model, 'usage', { parent: 'usage', index: 0 })).toBe(model);
    expect(moveNode(model, 'usage', { parent: 'tickets', index: 0 })).toBe(model);
    expect(possibleParents(model, 'logins').map((group) => group?.id ?? null)).toEqual([null, 'support']);
  });

  it('keeps every node exactly once whatever is moved where', () => {
    const ids = takenIds(model);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.constantFrom(null, ...ids), fc.integer({ min: -2, max: 9 }), (id, parent, index) => {
        const moved = moveNode(model, id, { parent, index });
        expect(takenIds(moved).toSorted()).toEqual(ids.toSorted());
        expect(modelSchema.safeParse(moved).success).toBe(true);
      }),
    );
  });

  it('is read groups first, with depth', () => {
    const grown = addNode(model, leaf('nps'), 'support');
    expect(placedNodes(grown).map(({ node, depth }) => `${depth}${node.id}`)).toEqual([
      '0usage',
      '1logins',
      '1depth',
      '0support',
      '1tickets',
      '1nps',
    ]);
  });
});

describe('segments', () => {
  const smb = { kind: 'segment', id: 'smb' } as const;

  it('store only what differs from the base', () => {
    expect(setWeights(model, smb, { logins: 1, depth: 2 }).segments[0]!.weights).toEqual({ usage: 50, depth: 2 });
    expect(findNode(setWeights(model, smb, { depth: 2 }), 'depth')!.node.weight).toBe(1);
  });

  it('follow the base again where an override is cleared', () => {
    expect(overridesText(model.segments[0]!)).toBe('2 weights, 1 curve, band edges');
    const cleared = clearOverride(clearOverride(clearOverride(model, 'smb', 'cuts'), 'smb', { curve: 'logins' }), 'smb', {
      weight: 'logins',
    });
    expect(overridesText(cleared.segments[0]!)).toBe('1 weight');
  });

  it('leave the base alone when edited, and the base leaves them alone', () => {
    const other = { ...leaf('x').curve };
    expect(setCurve(model, smb, 'depth', other).dimensions).toEqual(model.dimensions);
    expect(setCuts(model, baseScope, [40, 90]).segments).toEqual(model.segments);
    expect(setCuts(model, smb, [40, 90])).toMatchObject({ cuts: [60, 80], segments: [{ cuts: [40, 90] }] });
  });
});

describe('bands', () => {
  it('stay one more than their edges, in segments too, whatever is split and removed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(6)), { maxLength: 8 }), (moves) => {
        const changed = moves.reduce((one, [split, at]) => (split ? splitBand : removeBand)(one, at % one.bands.length), model);
        expect(modelSchema.safeParse(changed).error).toBeUndefined();
      }),
    );
  });

  it('get a colour and a shape of their own when split', () => {
    const looks = splitBand(splitBand(model, 0), 2).bands.map(({ colour, shape }) => [colour.toLowerCase(), shape]);
    expect(new Set(looks.map(([colour]) => colour)).size).toBe(5);
    expect(new Set(looks.map(([, shape]) => shape)).size).toBe(5);
  });

  it('hand a removed band on to the band below, and caps with it', () => {
    const without = removeBand(model, 1);
    expect(without.bands.map((band) => band.id)).toEqual(['red', 'green']);
    expect(without).toMatchObject({ cuts: [80], caps: [{ band: 'red' }], segments: [{ cuts: [70] }] });
  });

  it('keep their order when an edge is moved too far', () => {
    expect(moveCut([60, 80], 0, 95)).toEqual([79.9, 80]);
    expect(moveCut([60, 80], 1, 200)).toEqual([60, 100]);
    expect(moveCut([60, 80], 0, 62.5)).toEqual([62.5, 80]);
  });
});

describe('a curve to start from', () => {
  const profile = (quantiles: number[] | null): MetricProfile => ({
    metric: 'logins',
    asOf: '2026-09-30',
    observations: 10,
    missing: 0,
    distinct: 5,
    min: 0,
    max: 10,
    mean: 3,
    sd: 1,
    quantiles,
    histogram: [],
    categories: [{ value: 'Gold', count: 3 }],
  });

  it('is valid for every kind and any distribution, also a constant one', () => {
    fc.assert(
      fc.property(
        fc.option(
          fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 7, maxLength: 7 }).map((all) => all.sort((a, b) => a - b)),
        ),
        fc.constantFrom('higher', 'lower', 'neither'),
        (quantiles, direction) => {
          const metric = { direction, valueType: 'number' } as const;
          for (const kind of fittingKinds(metric))
            expect(curve.safeParse(startingCurve(kind, metric, profile(quantiles))).error).toBeUndefined();
        },
      ),
    );
    expect(
      curve.safeParse(startingCurve('ramp', { direction: 'higher', valueType: 'number' }, profile([5, 5, 5, 5, 5, 5, 5]))).success,
    ).toBe(true);
  });

  it('falls when lower is healthier', () => {
    expect(startingCurve('ramp', { direction: 'lower', valueType: 'number' }, null)).toMatchObject({
      from: { points: 100 },
      to: { points: 0 },
    });
  });

  it('lists the categories that were seen', () => {
    expect(startingCurve('categories', { direction: 'higher', valueType: 'category' }, profile(null))).toMatchObject({
      points: { Gold: 50 },
    });
  });
});
