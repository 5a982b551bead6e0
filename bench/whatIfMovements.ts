import type { Control, Position } from '../shared/contract/whatIfCalls.ts';
import type { Curve } from '../shared/model/curve.ts';
import type { Leaf, Model } from '../shared/model/model.ts';
import { benchedModel } from './scoring.ts';

/** Positions a hand passes through: a slider in forty steps, or what another control takes instead. */
export type Movement = { control: Control; positions: Position[]; model?: Model };

const steps = Array.from({ length: 40 }, (_, step) => step + 0.5);
const weight = (rescaleSiblings: boolean, node: string): Movement => ({
  control: { kind: 'weight', node, rescaleSiblings },
  positions: steps.map((one) => ({ kind: 'weight', weight: rescaleSiblings ? one / 20 : one })),
});
const curve = (leaf: string, curveAt: (one: number) => Curve): Movement => ({
  control: { kind: 'leaf', leaf },
  positions: steps.map((one) => ({ kind: 'leaf', curve: curveAt(one) })),
});
const percentiles = Array.from({ length: 101 }, (_, index): [number, number] => [index, index / 100]);

/** The category of the bench. */
export const tier = 'tier';

const tierCurve = (silver: number): Curve => ({
  ...{ kind: 'categories', unlisted: 'missing', loose: false },
  points: { gold: 100, silver, bronze: 10 },
});
const tierLeaf: Leaf = {
  kind: 'metric',
  id: 'tier_leaf',
  metric: tier,
  weight: 2,
  curve: tierCurve(60),
  missing: { policy: 'redistribute' },
};

/** The benched model with a category, three segments and two caps beside its 32 metrics. */
export const ruled: Model = {
  ...benchedModel,
  dimensions: benchedModel.dimensions.map((node, place) =>
    place === 0 && node.kind === 'group' ? { ...node, children: [...node.children, tierLeaf] } : node,
  ),
  segments: [
    { id: 'high', name: 'High', where: 'm1 > 66', weights: { d1: 40 }, curves: {}, cuts: [65, 85] },
    { id: 'middle', name: 'Middle', where: 'm1 > 33', weights: {}, curves: {} },
  ],
  caps: [
    { id: 'low', name: 'Low', where: 'm2 < 5', score: 50 },
    { id: 'lost', name: 'Lost', where: 'm3 < 5', band: 'yellow' },
  ],
};

/** Every kind of edit a hand makes. */
export const movements = {
  weight: weight(false, 'leaf_9'),
  dimension: weight(false, 'd1'),
  rescaled: weight(true, 'leaf_10'),
  steps: curve('leaf_9', (one) => ({ kind: 'steps', cuts: [one, 70], points: [30, 70, 100] })),
  ramp: curve('leaf_10', (one) => ({ kind: 'ramp', from: { value: one, points: 0 }, to: { value: 90, points: 100 }, outside: 'clamp' })),
  'ramp-log1p': curve('leaf_10', (one) => ({
    ...{ kind: 'ramp', log1p: true, outside: 'clamp' },
    ...{ from: { value: one / 40, points: 0 }, to: { value: 5, points: 100 } },
  })),
  'target-range': curve('leaf_10', (one) => ({
    ...{ kind: 'target-range', rise: [one, 45], fall: [60, 90] },
    ...{ below: 0, inside: 100, above: 0 },
  })),
  'z-score': curve('leaf_10', (one) => ({ kind: 'z-score', direction: 'higher', reference: { mean: 30 + one, sd: 20 } })),
  percentile: curve('leaf_10', (one) => ({
    ...{ kind: 'percentile', direction: 'higher' },
    knots: percentiles.map(([value, share]) => [value + one, share]),
  })),
  categories: { ...curve('tier_leaf', tierCurve), model: ruled },
  'segments-caps': { ...weight(false, 'leaf_9'), model: ruled },
  ends: {
    control: { kind: 'weight', node: 'leaf_10', rescaleSiblings: true },
    positions: [0, 1e9].map((one) => ({ kind: 'weight', weight: one })),
  },
  policy: {
    control: { kind: 'leaf', leaf: 'leaf_9' },
    positions: steps.map((points) => ({ kind: 'leaf', missing: { policy: 'neutral', points } })),
  },
  cuts: { control: { kind: 'cuts' }, positions: steps.map((one) => ({ kind: 'cuts', cuts: [40 + one / 2, 80] })) },
} satisfies Record<string, Movement>;
