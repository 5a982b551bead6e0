import type { CallOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { chosenAsOf } from './chosenAsOf.ts';
import type { ObservationTable } from './ObservationTable.ts';

type Profile = CallOutput<'profile-metric'>;
const shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const mostCategories = 200;

/** Distribution of a metric over the book of one as-of date. @throws Failure `metric-unknown`, `as-of-unknown` */
export async function profileMetric(
  database: Database,
  table: ObservationTable,
  id: string,
  asked: string | undefined,
  bins: number,
  options: RunOptions,
): Promise<Profile> {
  const metric = table.definition.metrics.find((one) => one.id === id);
  if (!metric) throw new Failure('metric-unknown', { metric: id });
  const asOf = chosenAsOf(table, asked);
  const column = quoteIdentifier(id);
  const from = `from ${table.table} where as_of = cast($1 as date)`;
  const values = [asOf];
  const isNumber = metric.valueType === 'number';
  const numeric = isNumber
    ? `min(${column}) as min, max(${column}) as max, avg(${column}) as mean, stddev_pop(${column}) as sd, quantile_cont(${column}, [${shares.join(', ')}]) as quantiles`
    : 'null as min, null as max, null as mean, null as sd, null as quantiles';
  const [counts] = await database.rows<{
    observations: number;
    present: number;
    distinct: number;
    min: number | null;
    max: number | null;
    mean: number | null;
    sd: number | null;
    quantiles: number[] | null;
  }>(
    {
      text: `select cast(count(*) as integer) as observations, cast(count(${column}) as integer) as present, cast(count(distinct ${column}) as integer) as distinct, ${numeric} ${from}`,
      values,
    },
    options,
  );
  const { observations, present, distinct, min, max, mean, sd, quantiles } = counts!;
  const categories = isNumber
    ? []
    : await database.rows<{ value: string; count: number }>(
        {
          text: `select ${column} as value, cast(count(*) as integer) as count ${from} and ${column} is not null group by 1 order by 2 desc, 1 limit ${mostCategories}`,
          values,
        },
        options,
      );
  const histogram =
    isNumber && quantiles && min !== null && max !== null
      ? await binned(database, column, from, values, edgesOf(min, max, quantiles, bins), options)
      : [];
  return {
    metric: id,
    asOf,
    observations,
    missing: observations - present,
    distinct,
    min,
    max,
    mean,
    sd,
    quantiles,
    histogram,
    categories,
  };
}

/** Equal bins between the 1 % and the 99 % points, one outer bin each side where values lie beyond. */
function edgesOf(min: number, max: number, quantiles: number[], bins: number): number[] {
  const [low, high] = [quantiles[0]!, quantiles.at(-1)!];
  if (!(low < high)) return min < max ? [min, max] : [min - 0.5, max + 0.5];
  const inner = Array.from({ length: bins + 1 }, (_, index) => low + ((high - low) * index) / bins);
  return [...(min < low ? [min] : []), ...inner, ...(max > high ? [max] : [])];
}

async function binned(
  database: Database,
  column: string,
  from: string,
  values: string[],
  edges: number[],
  options: RunOptions,
): Promise<Profile['histogram']> {
  const inner = edges.slice(1, -1);
  const bin =
    inner.length === 0
      ? '0'
      : `case ${inner.map((edge, index) => `when ${column} < ${edge}::double then ${index}`).join(' ')} else ${inner.length} end`;
  const rows = await database.rows<{ bin: number; count: number }>(
    {
      text: `select cast(${bin} as integer) as bin, cast(count(*) as integer) as count ${from} and ${column} is not null group by 1`,
      values,
    },
    options,
  );
  const counts = new Map(rows.map((row) => [row.bin, row.count]));
  return edges.slice(0, -1).map((edge, index) => ({ from: edge, to: edges[index + 1]!, count: counts.get(index) ?? 0 }));
}
