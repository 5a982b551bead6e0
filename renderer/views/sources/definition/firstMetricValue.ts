import { identifierFrom } from '../../../../shared/model/identifier.ts';
import type { MetricValue } from '../../../../shared/model/metric.ts';
import { fittingColumn } from '../../../state/fittingColumn.ts';
import { columnsOf } from '../../../state/useSources.ts';
import type { StudySeen } from './editEntities.ts';

/** What a new metric measures at first: the number of the account row it is named after, else one that no metric reads yet, else the rows of another source, else tenure. */
export function firstMetricValue({ definition, sources }: StudySeen, name: string): MetricValue {
  const { account, metrics, readings } = definition;
  const read = new Set(metrics.flatMap(({ value }) => (value.kind === 'column' && value.source === account?.source ? [value.column] : [])));
  const columns = columnsOf(sources.find(({ id }) => id === account?.source));
  const namesakes = columns.filter(
    (column) => identifierFrom(column.name).replaceAll('_', '') === identifierFrom(name).replaceAll('_', ''),
  );
  const own = fittingColumn('number', namesakes, account?.key) ?? fittingColumn('number', columns, account?.key, read);
  if (account && own) return { kind: 'column', source: account.source, column: own.name };
  const dated = readings.find(({ shape, source }) => shape.kind === 'events' && sources.some(({ id }) => id === source));
  return dated ? { kind: 'window', source: dated.source, aggregate: 'count', windowDays: 90 } : { kind: 'tenure' };
}
