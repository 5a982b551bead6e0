import type { Metric, MetricValue } from './metric.ts';

const aggregates: Record<string, string> = {
  count: 'Number of rows',
  distinct: 'Number of different values',
  sum: 'Sum',
  mean: 'Mean',
  min: 'Smallest',
  max: 'Largest',
  last: 'Last value',
  'days-since-last': 'Days since the last row',
  share: 'Share of rows',
  trend: 'Change against the window before',
  slope: 'Slope per 30 days',
  'days-until-end': 'Days until the end',
};

/** What a metric measures, in a sentence made from its definition. */
export function describeMetric(metric: Metric): string {
  const per = metric.per ? `, per ${metric.per}` : '';
  return `${describeValue(metric.value)}${per}.`;
}

function describeValue(value: MetricValue): string {
  switch (value.kind) {
    case 'column':
      return `The column ${value.column} of ${value.source}`;
    case 'latest': {
      const stale = value.staleAfterDays ? `; older than ${value.staleAfterDays} days counts as missing` : '';
      return `The last known ${value.column} of ${value.source}${where(value.where)}${stale}`;
    }
    case 'window': {
      const window = value.windowDays === null ? 'over all history' : `in the last ${value.windowDays} days`;
      const decay = value.halfLifeDays ? `, each row counting half as much every ${value.halfLifeDays} days` : '';
      return `${aggregates[value.aggregate]}${of(value.column)} in ${value.source}${matching(value.matching)}${where(value.where)} ${window}${decay}`;
    }
    case 'in-force':
      return `${aggregates[value.aggregate]}${of(value.column)} of the rows of ${value.source} in force${matching(value.matching)}${where(value.where)}`;
    case 'tenure':
      return "Days since the account's start";
    case 'formula':
      return `Computed: ${value.formula}`;
  }
}

const of = (column: string | undefined) => (column ? ` of ${column}` : '');
const where = (filter: string | undefined) => (filter ? ` where ${filter}` : '');
const matching = (filter: string | undefined) => (filter ? ` with ${filter}` : '');
