import type { ScoredBook } from '../../../shared/contract/scoringCalls.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { type Band, leavesOf, type Model } from '../../../shared/model/model.ts';

/** What the ids in a scored book are called. */
export interface BookNames {
  segment: (id: string) => string;
  /** Null for withheld scores. */
  band: (id: string) => Band | null;
  bandName: (id: string) => string;
  /** The metric that a leaf of the tree measures. */
  reason: (leaf: string) => string;
}

/** What withheld scores are called wherever bands are named. */
export const withheldName = 'Not enough data';

/** Names from the model and its metrics; an id nobody knows stands for itself. */
export function bookNames(model: Model, metrics: readonly Metric[], book: ScoredBook): BookNames {
  const segments = new Map(book.segments.map(({ id, name }) => [id, name]));
  const bands = new Map(model.bands.map((band) => [band.id, band]));
  const metricNames = new Map(metrics.map(({ id, name }) => [id, name]));
  const leaves = new Map(leavesOf(model.dimensions).map((leaf) => [leaf.id, metricNames.get(leaf.metric) ?? leaf.metric]));
  return {
    segment: (id) => segments.get(id) ?? id,
    band: (id) => bands.get(id) ?? null,
    bandName: (id) => bands.get(id)?.name ?? (id === 'withheld' ? withheldName : id),
    reason: (leaf) => leaves.get(leaf) ?? leaf,
  };
}
