import type { Metric } from '../../../shared/model/metric.ts';
import type { ScoredNode } from '../../../shared/scoring/rollUp.ts';
import type { ScoredObservation } from '../../../shared/scoring/scoreObservation.ts';
import { healthyFrom, unhealthyTo } from './saidByMetrics.ts';

/** Sentences on parts of the score that contradict each other: the dimensions; in a flat tree, the metrics. "Usage is healthy (92) while Sentiment is not (14)." */
export function conflictsIn({ nodes }: ScoredObservation, metrics: readonly Metric[]): string[] {
  const parts = nodes.filter(({ depth, value, effectiveWeight }) => depth === 0 && value !== null && effectiveWeight > 0);
  const nameOf = ({ node }: ScoredNode) =>
    node.kind === 'group' ? node.name : (metrics.find(({ id }) => id === node.metric)?.name ?? node.metric);
  const healthy = parts.filter(({ value }) => value! >= healthyFrom);
  const unhealthy = parts.filter(({ value }) => value! <= unhealthyTo);
  return healthy.flatMap((one) =>
    unhealthy.map(
      (other) => `${nameOf(one)} is healthy (${Math.round(one.value!)}) while ${nameOf(other)} is not (${Math.round(other.value!)}).`,
    ),
  );
}
