import type { CalibrationRows } from '../../shared/calibration/CalibrationRows.ts';
import { nodeValues } from '../../shared/calibration/nodeValues.ts';
import type { WeightsAsked } from '../../shared/calibration/suggestWeights.ts';
import { type Leaf, type Model, model, type Node } from '../../shared/model/model.ts';

/** A dimension of a model in which each metric's values are its points already. */
export interface PlainDimension {
  id: string;
  weight: number;
  /** Weights by metric id. */
  metrics: Record<string, number>;
}

export function plainModel(dimensions: readonly PlainDimension[]): Model {
  const identity = { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 100, points: 100 } };
  return model.parse({
    id: 'plain',
    name: 'Plain',
    bands: ['red', 'yellow', 'green'].map((id) => ({ id, name: id, colour: '#000000', shape: 'circle' })),
    cuts: [40, 60],
    dimensions: dimensions.map(({ id, weight, metrics }) => ({
      ...{ kind: 'group', id, name: id, weight },
      children: Object.entries(metrics).map(([metric, weight]) => ({ kind: 'metric', id: metric, metric, weight, curve: identity })),
    })),
  });
}

/** Scores columns of points under a model. */
export function plainScore(of: Model, rows: number, pointsOf: (leaf: Leaf) => Float64Array): Float64Array {
  return nodeValues({ kind: 'group', id: 'whole', name: 'Whole', weight: 1, children: of.dimensions }, rows, pointsOf);
}

/** What is asked for when a model is fitted to columns of points by metric id. */
export function weightsAsked(
  of: Model,
  points: Readonly<Record<string, Float64Array>>,
  rows: CalibrationRows,
  options: Partial<WeightsAsked> = {},
): WeightsAsked {
  const pointsOf = (leaf: Leaf) => points[leaf.metric]!;
  return {
    model: of,
    rows,
    drawn: [],
    pointsOf,
    score: async (scored) => plainScore(scored, rows.outcomes.length, pointsOf),
    nameOf: (node: Node) => (node.kind === 'group' ? node.name : node.metric),
    rules: { bounds: {} },
    gapDays: 90,
    clocks: new Set(),
    resampling: { resamples: 40, seed: 1 },
    ...options,
  };
}
