import { namesIn } from '../../../shared/expression/namesIn.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { Failure } from '../../../shared/failure.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import type { Metric, MetricValue } from '../../../shared/model/metric.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { checkColumnType } from './checkColumnType.ts';
import { columnKnownAt } from './columnKnownAt.ts';
import { dateLiteral } from './dateLiteral.ts';
import { inForceAggregateSql } from './inForceAggregateSql.ts';
import { latestSql } from './latestSql.ts';
import type { PreparedSource } from './PreparedSource.ts';
import type { PreparedSources } from './prepareSources.ts';
import { windowAggregateSql } from './windowAggregateSql.ts';

type SourceValue = Exclude<MetricValue, { kind: 'tenure' | 'formula' }>;
/** A metric that is read from the rows of one source. */
export type SourceMetric = Metric & { value: SourceValue };

export const readsSource = (metric: Metric): metric is SourceMetric => metric.value.kind !== 'tenure' && metric.value.kind !== 'formula';

/** Metrics that one pass over the rows of one source computes together. */
export interface MetricRows {
  /** Name of the pass; its rows are (account, one column per metric id). */
  name: string;
  prepared: PreparedSource;
  metrics: SourceMetric[];
  sql: string;
}

/** The passes that compute all source metrics at one as-of date: one per source, kind of reading and date column. */
export function metricRows(metrics: readonly Metric[], sources: PreparedSources, asOf: string): MetricRows[] {
  const passes = new Map<string, SourceMetric[]>();
  for (const metric of metrics.filter(readsSource)) {
    const { value } = metric;
    const key = `${value.source}/${value.kind}/${value.kind === 'window' ? (value.dateColumn ?? '') : ''}`;
    passes.set(key, [...(passes.get(key) ?? []), metric]);
  }
  return [...passes.values()].map((together, index) => {
    const prepared = sourceOf(together[0]!, sources);
    return { name: `metrics_${index}`, prepared, metrics: together, sql: passSql(together, prepared, asOf) };
  });
}

function sourceOf(metric: SourceMetric, sources: PreparedSources): PreparedSource {
  const prepared = sources.get(metric.value.source);
  if (!prepared)
    throw new Failure('definition-incomplete', {
      problem: `the metric "${metric.name}" reads the source "${metric.value.source}", which is not there or has no reading (shape and link).`,
    });
  return prepared;
}

function passSql(metrics: SourceMetric[], prepared: PreparedSource, asOf: string): string {
  const { value } = metrics[0]!;
  const on = value.kind === 'window' && value.dateColumn ? `cast(${need(prepared, value.dateColumn)} as date)` : '"·date"';
  const ownDate = on === '"·date"';
  const columns = [...new Set(metrics.flatMap((metric) => columnsOf(metric.value)))];
  const known = columns.map((column) => `${columnKnownAt(prepared, column, asOf, ownDate)} as ${quoteIdentifier(column)}`);
  const end = prepared.reading.shape.kind === 'intervals' ? ['"·end"'] : [];
  const rows = `select "·account", "·row", ${[`${on} as "·on"`, ...end, ...known].join(', ')} from ${prepared.relation} where "·account" is not null ${limits(metrics, prepared, on, asOf)}`;
  const passDays = passDaysOf(metrics);
  const aggregates = metrics.map((metric) => `${aggregateSql(metric, prepared, asOf, passDays)} as ${quoteIdentifier(metric.id)}`);
  return `select "·account" as account, ${aggregates.join(', ')} from (${rows}) group by "·account"`;
}

function aggregateSql(metric: SourceMetric, prepared: PreparedSource, asOf: string, passDays: number): string {
  const { value } = metric;
  const holdsTheColumn = value.kind === 'column' || value.kind === 'latest' || value.aggregate === 'last';
  if (holdsTheColumn && value.column) checkColumnType(metric, prepared, value.column);
  switch (value.kind) {
    case 'column':
      return `arg_max(${quoteIdentifier(value.column)}, "·row")`;
    case 'latest':
      return latestSql(value, prepared, asOf);
    case 'window':
      return windowAggregateSql(metric.name, value, prepared, asOf, passDays);
    case 'in-force':
      return inForceAggregateSql(metric.name, value, prepared, asOf);
  }
}

/** Which rows the pass needs at all; each aggregate narrows them further. */
function limits(metrics: SourceMetric[], prepared: PreparedSource, on: string, asOf: string): string {
  const { kind } = metrics[0]!.value;
  if (kind === 'column') return '';
  const notLater = `and ${on} <= ${dateLiteral(asOf)}`;
  if (kind === 'latest') return notLater;
  if (kind === 'in-force') {
    const { shape } = prepared.reading;
    if (shape.kind !== 'intervals')
      throw new Failure('definition-invalid', {
        where: `the metric "${metrics[0]!.name}"`,
        problem: `"${prepared.source.id}" holds no intervals, so nothing can be in force`,
      });
    return `${notLater} and ("·end" is null or "·end" ${shape.toInclusive ? '>=' : '>'} ${dateLiteral(asOf)})`;
  }
  const passDays = passDaysOf(metrics);
  return Number.isFinite(passDays) ? `${notLater} and ${on} > ${dateLiteral(addDays(asOf, -passDays))}` : notLater;
}

/** Days back from the as-of date that a pass over dated rows reads: the longest window in it. */
function passDaysOf(metrics: SourceMetric[]): number {
  const days = metrics.map(({ value }) =>
    value.kind === 'window' && value.windowDays !== null
      ? value.windowDays * (value.aggregate === 'trend' ? 2 : 1)
      : Number.POSITIVE_INFINITY,
  );
  return Math.max(...days);
}

/** The columns of its source a metric reads, those of its filters included. */
export function columnsOf(value: SourceValue): string[] {
  const filters =
    value.kind === 'window' || value.kind === 'in-force' ? [value.where, value.matching] : value.kind === 'latest' ? [value.where] : [];
  const named = filters.flatMap((text) => (text ? [...namesIn(parseFilter(text))] : []));
  return value.column ? [value.column, ...named] : named;
}

function need(prepared: PreparedSource, column: string): string {
  if (!prepared.columns.has(column)) throw new Failure('column-unknown', { source: prepared.source.id, column });
  return quoteIdentifier(column);
}
