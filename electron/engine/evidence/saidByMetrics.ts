import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { ScoredObservation } from '../../../shared/scoring/scoreObservation.ts';

type Said = CallOutput<'list-wrong'>['lines'][number]['said'];

/** Points from which a metric counts as healthy, and up to which as unhealthy. */
export const healthyFrom = 70;
export const unhealthyTo = 30;

/** What every weighted metric had said of an account, the one that misled most first: towards `misled` with the largest weight. */
export function saidByMetrics({ nodes }: ScoredObservation, metrics: readonly Metric[], misled: 'healthy' | 'unhealthy'): Said {
  const said = nodes.flatMap(({ node, raw, value, effectiveWeight, state }): Said => {
    if (node.kind === 'group' || state === 'observed-only') return [];
    const metric = metrics.find(({ id }) => id === node.metric)!;
    const points = state === 'present' ? value : null;
    return [
      {
        ...{ leaf: node.id, metric: metric.id, name: metric.name, unit: metric.unit ?? null },
        value: typeof raw === 'boolean' ? String(raw) : raw,
        ...{ points, effectiveWeight },
        says: points === null ? 'missing' : points >= healthyFrom ? 'healthy' : points <= unhealthyTo ? 'unhealthy' : 'middling',
      },
    ];
  });
  const misleading = ({ points, effectiveWeight }: Said[number]) =>
    points === null ? 0 : effectiveWeight * (misled === 'healthy' ? points : 100 - points);
  return said.sort((one, other) => misleading(other) - misleading(one));
}
