import { describe, expect, it } from 'vitest';
import { heldOutSentence } from '../../../renderer/views/evidence/weights/heldOutSentence.ts';
import { takeWeights } from '../../../renderer/views/evidence/weights/takeWeights.ts';
import { heaviest, nodesAt, withBound } from '../../../renderer/views/evidence/weights/weightNodes.ts';
import { startingBands } from '../../../renderer/views/model/edit/bands.ts';
import type { Leaf, Model } from '../../../shared/model/model.ts';
import { estimate } from './estimates.ts';

const leaf = (id: string, weight: number, more: Partial<Leaf> = {}): Leaf => ({
  kind: 'metric',
  id,
  metric: id,
  weight,
  curve: { kind: 'steps', cuts: [5], points: [0, 100] },
  missing: { policy: 'redistribute' },
  ...more,
});
const model: Model = {
  id: 'health',
  name: 'Health',
  dimensions: [
    { kind: 'group', id: 'usage', name: 'Usage', weight: 3, children: [leaf('logins', 1), leaf('trend', 1, { locked: true })] },
    leaf('nps', 1),
  ],
  ...startingBands,
  minimumCoverage: 0,
  segments: [],
  caps: [],
};

describe('weights that are taken', () => {
  it('change nothing but weights, at every level of the tree', () => {
    const from: Model = {
      ...model,
      name: 'suggested',
      cuts: [10, 20],
      dimensions: [
        { kind: 'group', id: 'usage', name: 'Renamed', weight: 60, children: [leaf('logins', 45), leaf('trend', 15)] },
        leaf('nps', 40, { curve: { kind: 'steps', cuts: [1], points: [100, 0] } }),
      ],
    };
    expect(takeWeights(model, from)).toEqual({
      ...model,
      dimensions: [
        { kind: 'group', id: 'usage', name: 'Usage', weight: 60, children: [leaf('logins', 45), leaf('trend', 15, { locked: true })] },
        leaf('nps', 40),
      ],
    });
  });

  it('say which outcome they are from, once that is known', () => {
    const weightsFrom = { outcome: 'churned', on: '2026-03-31' };
    expect(takeWeights(model, { ...model, weightsFrom })).toEqual({ ...model, weightsFrom });
    expect(takeWeights({ ...model, weightsFrom }, model).weightsFrom).toEqual(weightsFrom);
  });

  it('leave a node alone that the suggestion does not know', () => {
    expect(takeWeights(model, { ...model, dimensions: [leaf('nps', 7)] }).dimensions[0]).toEqual(model.dimensions[0]);
  });
});

describe('weights that may be suggested', () => {
  it('are those of the metrics or of the dimensions, per cent of the whole score', () => {
    const names = (id: string) => (id === 'nps' ? ({ name: 'Survey' } as never) : undefined);
    expect(nodesAt(model, 'metrics', names).map(({ name, current, locked }) => [name, current, locked])).toEqual([
      ['logins', 37.5, false],
      ['trend', 37.5, true],
      ['Survey', 25, false],
    ]);
    expect(nodesAt(model, 'dimensions', names).map(({ name, kind, current }) => [name, kind, current])).toEqual([
      ['Usage', 'group', 75],
      ['Survey', 'metric', 25],
    ]);
  });

  it('begin with the heaviest that can move', () => {
    expect(
      heaviest(
        nodesAt(model, 'metrics', () => undefined),
        1,
      ),
    ).toEqual(['logins']);
  });

  it('have bounds only while one end is set', () => {
    const once = withBound({}, 'nps', 'min', 5);
    expect(once).toEqual({ nps: { min: 5 } });
    expect(withBound(withBound(once, 'nps', 'max', 30), 'nps', 'min', null)).toEqual({ nps: { min: undefined, max: 30 } });
    expect(withBound(once, 'nps', 'min', null)).toEqual({});
  });
});

it('says of held-out data only what their intervals allow', () => {
  const pair = (low: number, high: number) => ({
    current: estimate(0.7),
    suggested: estimate(0.7),
    difference: estimate((low + high) / 2, { interval: [low, high] }),
  });
  expect(heldOutSentence(pair(0.01, 0.05), pair(0.001, 0.05))).toContain('better');
  expect(heldOutSentence(pair(0.01, 0.05), pair(-0.01, 0.05))).toContain('cannot be told');
  expect(heldOutSentence(pair(0.01, 0.05), pair(-0.05, -0.01))).toContain('worse');
  expect(heldOutSentence(null, pair(0.01, 0.05))).toContain('better');
  expect(heldOutSentence(null, null)).toContain('too little');
});
