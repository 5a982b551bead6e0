import type { InForceAggregate, Metric, MetricValue, WindowAggregate } from '../../../../shared/model/metric.ts';
import type { Option } from '../../../parts/Select.tsx';

/** The kinds of metric in words. */
export const metricKinds: readonly Option<MetricValue['kind']>[] = [
  { value: 'column', label: 'column of the account row' },
  { value: 'latest', label: 'last known panel value' },
  { value: 'window', label: 'over dated rows in a window' },
  { value: 'in-force', label: 'over intervals in force' },
  { value: 'tenure', label: 'days since the account began' },
  { value: 'formula', label: 'formula over other metrics' },
];

export const windowAggregates: readonly Option<WindowAggregate>[] = [
  { value: 'count', label: 'count of rows' },
  { value: 'distinct', label: 'count of distinct values' },
  { value: 'sum', label: 'sum' },
  { value: 'mean', label: 'mean' },
  { value: 'min', label: 'least' },
  { value: 'max', label: 'greatest' },
  { value: 'last', label: 'last value' },
  { value: 'days-since-last', label: 'days since the last row' },
  { value: 'share', label: 'share of rows that match' },
  { value: 'trend', label: 'trend against the window before' },
  { value: 'slope', label: 'slope per 30 days' },
];

export const inForceAggregates: readonly Option<InForceAggregate>[] = [
  { value: 'count', label: 'count of intervals' },
  { value: 'distinct', label: 'count of distinct values' },
  { value: 'sum', label: 'sum' },
  { value: 'mean', label: 'mean' },
  { value: 'min', label: 'least' },
  { value: 'max', label: 'greatest' },
  { value: 'last', label: 'last value' },
  { value: 'share', label: 'share that match' },
  { value: 'days-until-end', label: 'days until the end' },
];

export const directions: readonly Option<Metric['direction']>[] = [
  { value: 'higher', label: 'more is healthier' },
  { value: 'lower', label: 'less is healthier' },
  { value: 'neither', label: 'neither' },
];

export const youngAccountRules: readonly Option<Metric['youngAccounts']>[] = [
  { value: 'as-is', label: 'as it is' },
  { value: 'per-day', label: 'scaled to the days it lived' },
  { value: 'missing', label: 'missing' },
];

/** A fresh value of a kind, keeping the source where the kind has one. */
export function metricValueOf(kind: MetricValue['kind'], source: string, column: string): MetricValue {
  const values: Record<MetricValue['kind'], MetricValue> = {
    column: { kind: 'column', source, column },
    latest: { kind: 'latest', source, column },
    window: { kind: 'window', source, aggregate: 'count', windowDays: 90 },
    'in-force': { kind: 'in-force', source, aggregate: 'count' },
    tenure: { kind: 'tenure' },
    formula: { kind: 'formula', formula: '0' },
  };
  return values[kind];
}
