import type { MetricEvidence } from '../../../../shared/contract/metricEvidence.ts';
import type { Sort } from '../../../parts/DataTable.tsx';

/** What a column sorts by; a metric without it comes last either way. */
const sorting: Record<string, (metric: MetricEvidence) => number | string | null> = {
  name: ({ name }) => name,
  link: ({ auc }) => (auc?.value == null ? null : Math.abs(auc.value - 0.5)),
  spearman: ({ spearman }) => spearman?.value ?? null,
  n: ({ observations, missing }) => observations - missing,
  nullLine: ({ informationValue }) => informationValue?.nullLine ?? null,
  iv: ({ informationValue }) => informationValue?.value ?? null,
  q: ({ qValue }) => qValue,
  missing: ({ missing, observations }) => missing / Math.max(1, observations),
  missingRate: ({ missingRate }) => missingRate.rate.value,
  ks: ({ ks }) => ks?.estimate.value ?? null,
  mi: ({ mutualInformation }) => mutualInformation?.value ?? null,
  weight: ({ effectiveWeight }) => effectiveWeight,
  inflation: ({ varianceInflation }) => varianceInflation,
};

/** Metrics in the order of a column; without one as they come, strongest link first. */
export function sortedMetrics(metrics: readonly MetricEvidence[], sort: Sort | null): readonly MetricEvidence[] {
  const by = sort && sorting[sort.id];
  if (!by) return metrics;
  const turn = sort.descending ? -1 : 1;
  return metrics.toSorted((one, other) => {
    const [left, right] = [by(one), by(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return turn * (typeof left === 'string' || typeof right === 'string' ? String(left).localeCompare(String(right)) : left - right);
  });
}
