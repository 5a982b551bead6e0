import type { MetricEvidence } from '../../../shared/contract/metricEvidence.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { EvidenceRows } from './EvidenceRows.ts';
import { outcomeRates, type RatedRows } from './outcomeRates.ts';

/** What the statistics of one metric alone say; what needs the other metrics or the model comes later. */
export type MetricFacts = Pick<
  MetricEvidence,
  | 'observations'
  | 'missing'
  | 'auc'
  | 'ks'
  | 'spearman'
  | 'correlation'
  | 'informationValue'
  | 'mutualInformation'
  | 'missingRate'
  | 'monotone'
  | 'pValue'
  | 'test'
  | 'warnings'
> & {
  /** The rate (or mean) where the metric is present. */
  presentRate: number | null;
};

/** Rates where a metric is missing and where it is present. */
export function missingFacts(rows: EvidenceRows, values: Float64Array, outcome: Pick<RatedRows, 'isYesNo' | 'resampling'>) {
  const missing = Uint32Array.from(values, (_, row) => row).filter((row) => Number.isNaN(values[row]));
  const take = (column: ArrayLike<number>) => Float64Array.from(missing, (row) => column[row]!);
  const grouped = {
    groups: new Uint8Array(missing.length),
    outcomes: take(rows.outcomes),
    accounts: take(rows.accounts),
    revenue: take(rows.revenue),
  };
  let [present, sum] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    present++;
    sum += rows.outcomes[row]!;
  }
  return {
    observations: values.length,
    missing: missing.length,
    missingRate: outcomeRates({ ...grouped, ...outcome }, 1)[0]!,
    presentRate: present === 0 ? null : sum / present,
  };
}

/** A number that is known but was not inferred from classes. */
export function plainEstimate(
  counts: Pick<Estimate, 'n' | 'nMissing' | 'events' | 'nonEvents' | 'accounts'>,
  found: Partial<Estimate>,
): Estimate {
  return { value: null, interval: null, method: null, warnings: [], ...counts, ...found };
}

/** Whether a metric grows with time by itself. */
export function isClock({ value }: Pick<Metric, 'value'>): boolean {
  if (value.kind === 'tenure') return true;
  if (value.kind === 'in-force') return value.aggregate === 'days-until-end';
  if (value.kind !== 'window') return false;
  return value.aggregate === 'days-since-last' || (value.windowDays === null && ['count', 'distinct', 'sum'].includes(value.aggregate));
}
