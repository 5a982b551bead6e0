import type { CallOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { RunOptions } from '../database/Database.ts';
import type { Analysis } from '../study/Analysis.ts';
import { chosenAsOf } from './chosenAsOf.ts';
import { dateLiteral } from './dateLiteral.ts';
import { filterOnSource } from './filterOnSource.ts';
import { readsSource, type SourceMetric } from './metricRows.ts';
import type { PreparedSource } from './PreparedSource.ts';

type Trace = CallOutput<'trace-metric'>;
const noRows: Trace['rows'] = { columns: [], rows: [], total: 0 };

/** The source rows behind one account's metric at one as-of date, latest first. @throws Failure `metric-unknown`, `as-of-unknown` */
export async function traceMetric(
  analysis: Analysis,
  id: string,
  account: string,
  asked: string | undefined,
  limit: number,
  options: RunOptions,
): Promise<Trace> {
  const table = await analysis.observations({ ...options, asOf: asked ?? 'latest' });
  const asOf = chosenAsOf(table, asked);
  const metric = table.definition.metrics.find((one) => one.id === id);
  if (!metric) throw new Failure('metric-unknown', { metric: id });
  if (!readsSource(metric)) return { sentence: computedSentence(metric), source: null, freshness: asOf, rows: noRows };
  const prepared = (await analysis.preparedSources(options)).get(metric.value.source)!;
  const rows = rowsBehind(metric, prepared, asOf);
  const columns = [...prepared.columns].map(([name, type]) => ({ name, type }));
  const select = columns.map(({ name, type }) =>
    type === 'date'
      ? `strftime(${quoteIdentifier(name)}, '%Y-%m-%d')`
      : type === 'timestamp'
        ? `strftime(${quoteIdentifier(name)}, '%Y-%m-%d %H:%M:%S')`
        : quoteIdentifier(name),
  );
  const [summary] = await analysis.database.rows<{ total: number; freshness: string | null }>(
    {
      text: `select cast(count(*) as integer) as total, strftime(max(${rows.on}), '%Y-%m-%d') as freshness from ${prepared.relation} where "·account" = $1 and ${rows.where}`,
      values: [account],
    },
    options,
  );
  const found = await analysis.database.result(
    {
      text: `select ${select.join(', ')} from ${prepared.relation} where "·account" = $1 and ${rows.where} order by ${rows.on} desc, "·row" desc limit ${Math.trunc(limit)}`,
      values: [account],
    },
    options,
    async (result) => (await result.getRowsJS()) as Trace['rows']['rows'],
  );
  return {
    sentence: `${metric.name}: ${rows.words} (${summary!.total} ${summary!.total === 1 ? 'row' : 'rows'} of ${prepared.source.name}).`,
    source: prepared.source.id,
    freshness: summary!.freshness ?? prepared.lastDate ?? prepared.exportedOn,
    rows: { columns, rows: found, total: summary!.total },
  };
}

function computedSentence(metric: Metric): string {
  return metric.value.kind === 'formula'
    ? `${metric.name} is computed from other metrics: ${metric.value.formula}.`
    : `${metric.name}: days from the start of the account to the as-of date.`;
}

/** Which rows of the source a metric reads at a date: SQL condition, SQL of the date they are ordered by, and words. */
export function rowsBehind(metric: SourceMetric, prepared: PreparedSource, asOf: string): { where: string; on: string; words: string } {
  const { value } = metric;
  const on = value.kind === 'window' && value.dateColumn ? `cast(${quoteIdentifier(value.dateColumn)} as date)` : '"·date"';
  const notLater = `${on} <= ${dateLiteral(asOf)}`;
  const of = value.column ? ` of "${value.column}"` : '';
  switch (value.kind) {
    case 'column':
      return { where: 'true', on, words: `the column "${value.column}"` };
    case 'latest':
      return { where: `${notLater} and ${filterOnSource(value.where, prepared)}`, on, words: `the last value${of} by ${asOf}` };
    case 'in-force': {
      const inclusive = prepared.reading.shape.kind === 'intervals' && prepared.reading.shape.toInclusive;
      return {
        where: `${notLater} and ("·end" is null or "·end" ${inclusive ? '>=' : '>'} ${dateLiteral(asOf)}) and ${filterOnSource(value.where, prepared)}`,
        on,
        words: `${value.aggregate}${of} over what is in force on ${asOf}`,
      };
    }
    case 'window': {
      if (value.windowDays === null)
        return {
          where: `${notLater} and ${filterOnSource(value.where, prepared)}`,
          on,
          words: `${value.aggregate}${of} over all history to ${asOf}`,
        };
      const first = addDays(asOf, 1 - value.windowDays * (value.aggregate === 'trend' ? 2 : 1));
      return {
        where: `${notLater} and ${on} >= ${dateLiteral(first)} and ${filterOnSource(value.where, prepared)}`,
        on,
        words: `${value.aggregate}${of} from ${first} to ${asOf}`,
      };
    }
  }
}
