import type { MetricValue } from '../../../../shared/model/metric.ts';
import { fittingColumn } from '../../../state/fittingColumn.ts';
import { columnsOf } from '../../../state/useSources.ts';
import type { StudySeen } from './editEntities.ts';

/** What a new metric measures at first: a number of the account row that no metric reads yet, else the rows of another source, else tenure. */
export function firstMetricValue({ definition, sources }: StudySeen): MetricValue {
  const { account, metrics, readings } = definition;
  const read = new Set(metrics.flatMap(({ value }) => (value.kind === 'column' && value.source === account?.source ? [value.column] : [])));
  const own = fittingColumn('number', columnsOf(sources.find(({ id }) => id === account?.source)), account?.key, read);
  if (account && own) return { kind: 'column', source: account.source, column: own.name };
  const dated = readings.find(({ shape, source }) => shape.kind === 'events' && sources.some(({ id }) => id === source));
  return dated ? { kind: 'window', source: dated.source, aggregate: 'count', windowDays: 90 } : { kind: 'tenure' };
}
