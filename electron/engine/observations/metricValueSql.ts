import { addDays } from '../../../shared/model/isoDate.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from './dateLiteral.ts';
import type { MetricRows, SourceMetric } from './metricRows.ts';
import { readsSource } from './metricRows.ts';

/** Name of the pass over a source that tells from when an account has been seen in it: rows (account, first). */
export const seenIn = (source: string) => quoteIdentifier(`seen_${source}`);

const typeOf = (metric: Metric) => (metric.valueType === 'category' ? 'varchar' : 'double');
const missing = (metric: Metric) => `cast(null as ${typeOf(metric)})`;
const zeroWithoutRows = new Set(['count', 'distinct', 'sum']);

/** Whether no row in a covered window makes this metric 0, rather than missing. */
export function isZeroWithoutRows({ value }: SourceMetric): boolean {
  return (value.kind === 'window' || value.kind === 'in-force') && zeroWithoutRows.has(value.aggregate);
}

/** Whether the window of a metric lies wholly within the days its source covers at this as-of date. */
export function isCovered({ value }: SourceMetric, { prepared: { covers } }: Pick<MetricRows, 'prepared'>, asOf: string): boolean {
  if (value.kind === 'column' || value.kind === 'latest') return true;
  if (!covers || asOf > covers.to) return false;
  if (value.kind === 'in-force') return asOf >= covers.from;
  if (value.windowDays === null) return true;
  const days = value.windowDays * (value.aggregate === 'trend' ? 2 : 1);
  return addDays(asOf, 1 - days) >= covers.from;
}

/**
 * SQL of a metric of one account, before `per`: from the pass that aggregated its source, with the rules for windows not covered, accounts never
 * seen, and accounts younger than the window.
 */
export function metricValueSql(metric: Metric, pass: MetricRows | null, asOf: string): string {
  if (metric.value.kind === 'tenure') return `cast(${dateLiteral(asOf)} - "·start" as double)`;
  if (!readsSource(metric) || !pass) return missing(metric);
  if (!isCovered(metric, pass, asOf)) return missing(metric);
  let value = `cast(${pass.name}.${quoteIdentifier(metric.id)} as ${typeOf(metric)})`;
  if (isZeroWithoutRows(metric)) {
    const present = `case when ${pass.name}.account is null then 0 else ${value} end`;
    value =
      pass.prepared.reading.unseenAccounts === 'zero'
        ? present
        : `case when ${seenIn(pass.prepared.source.id)}.first <= ${dateLiteral(asOf)} then ${present} end`;
  }
  return young(metric, value, asOf);
}

function young(metric: SourceMetric, value: string, asOf: string): string {
  if (metric.youngAccounts === 'as-is' || metric.value.kind !== 'window' || metric.value.windowDays === null) return value;
  const days = metric.value.windowDays;
  const lived = `(${dateLiteral(asOf)} - "·start" + 1)`;
  if (metric.youngAccounts === 'missing') return `case when ${lived} < ${days} then null else ${value} end`;
  return isZeroWithoutRows(metric) ? `case when ${lived} < ${days} then ${value} * ${days} / ${lived} else ${value} end` : value;
}
