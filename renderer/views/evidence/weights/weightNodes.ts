import type { Metric } from '../../../../shared/model/metric.ts';
import { leavesOf, type Model } from '../../../../shared/model/model.ts';
import { effectiveWeights } from '../../../../shared/scoring/effectiveWeights.ts';

/** Least and most a weight may be, per cent of the whole score, by node id; a node without an entry is free between 0 and 100. */
export type Bounds = Record<string, { min?: number | undefined; max?: number | undefined }>;

/** A weight that a suggestion may be about. */
export interface WeightNode {
  id: string;
  kind: 'metric' | 'group';
  name: string;
  /** Share of the whole score, per cent. */
  current: number;
  locked: boolean;
}

/** The metrics of the tree, or its dimensions, with what they are of the whole score. */
export function nodesAt(model: Model, level: 'metrics' | 'dimensions', metricOf: (id: string) => Metric | undefined): WeightNode[] {
  const shares = effectiveWeights(model);
  const nodes = level === 'metrics' ? leavesOf(model.dimensions) : model.dimensions;
  return nodes.map((node) => ({
    id: node.id,
    kind: node.kind,
    name: node.kind === 'group' ? node.name : (metricOf(node.metric)?.name ?? node.metric),
    current: 100 * (shares.get(node.id) ?? 0),
    locked: node.locked === true,
  }));
}

/** The bounds with one end of one node changed; null takes it away. */
export function withBound(bounds: Bounds, id: string, end: 'min' | 'max', value: number | null): Bounds {
  const { [id]: before, ...others } = bounds;
  const next = { ...before, [end]: value ?? undefined };
  return next.min === undefined && next.max === undefined ? others : { ...others, [id]: next };
}

/** Ids of the nodes with most weight; a locked one cannot move. */
export function heaviest(nodes: readonly WeightNode[], count: number): string[] {
  return nodes
    .filter(({ locked }) => !locked)
    .toSorted((one, other) => other.current - one.current)
    .slice(0, count)
    .map(({ id }) => id);
}
