import type { MetricEvidence } from '../../../shared/contract/metricEvidence.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { CountedRows } from './CountedRows.ts';
import type { Evidence } from './Evidence.ts';
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

/** What a metric is held against. */
export type FactsBasis = Pick<Evidence, 'isYesNo' | 'resampling'> & { rows: CountedRows };

/** Rates where a metric is missing and where it is present: every metric of a study comes by here, so in one pass. */
export function missingFacts(rows: CountedRows, values: Float64Array, outcome: Pick<RatedRows, 'isYesNo' | 'resampling'>) {
  const missing = new Uint32Array(values.length);
  let [count, sum] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!)) missing[count++] = row;
    else sum += rows.outcomes[row]!;
  }
  const take = (column: Float64Array | Uint32Array) => {
    const taken = new Float64Array(count);
    for (let place = 0; place < count; place++) taken[place] = column[missing[place]!]!;
    return taken;
  };
  const beside = { outcomes: take(rows.outcomes), accounts: take(rows.accounts), revenue: take(rows.revenue) };
  return {
    observations: values.length,
    missing: count,
    missingRate: outcomeRates({ groups: new Uint8Array(count), ...beside, ...outcome }, 1)[0]!,
    presentRate: count === values.length ? null : sum / (values.length - count),
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
