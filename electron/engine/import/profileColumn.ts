import type { ColumnProfile } from '../../../shared/contract/sourceCalls.ts';
import type { ColumnPlan, Source } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { suspicions } from './suspicions.ts';

const topValues = 10;
const bins = 20;
const numeric = new Set(['number', 'money', 'percent']);

interface Summary {
  rows: number;
  filled: number;
  distinct: number;
  min: string | null;
  max: string | null;
  mean: number | null;
  quantiles: number[] | null;
}

/** What a column of a source holds. `path`: its data file. */
export async function profileColumn(
  database: Database,
  path: string,
  source: Source,
  column: ColumnPlan,
  options: RunOptions,
): Promise<ColumnProfile> {
  const name = quoteIdentifier(column.name);
  const values = [path];
  const isNumber = numeric.has(column.type);
  const [summary] = await database.rows<Summary>(
    {
      text: `select count(*)::double as rows, count(${name})::double as filled, count(distinct ${name})::double as distinct,
        min(${name})::varchar as min, max(${name})::varchar as max,
        ${isNumber ? `avg(${name}) as mean, quantile_cont(${name}, [0.05, 0.25, 0.5, 0.75, 0.95]) as quantiles` : 'null as mean, null as quantiles'}
        from read_parquet($1)`,
      values,
    },
    options,
  );
  const { rows, filled, distinct, min, max, mean, quantiles } = summary!;
  const top = await database.rows<{ value: string; count: number }>(
    {
      text: `select ${name}::varchar as value, count(*)::double as count from read_parquet($1) where ${name} is not null group by ${name} order by 2 desc, ${name} limit ${topValues}`,
      values,
    },
    options,
  );
  return {
    name: column.name,
    type: column.type,
    rows,
    missing: rows - filled,
    distinct,
    min: isNumber ? plainNumber(min) : min,
    max: isNumber ? plainNumber(max) : max,
    quantiles: quantiles && [...quantiles],
    mean: mean !== null && Number.isFinite(mean) ? mean : null,
    top: top.map(({ value, count }) => ({ value: isNumber ? plainNumber(value)! : value, count })),
    histogram: isNumber && min !== null ? await histogram(database, path, name, Number(min), Number(max), options) : [],
    constant: filled > 0 && distinct === 1,
    suspicious: await suspicions(
      database,
      path,
      source,
      column,
      { rows, filled, distinct, topCount: top[0]?.count ?? 0, topValue: top[0]?.value ?? '' },
      options,
    ),
  };
}

/** DuckDB writes a DOUBLE as 12.0. */
function plainNumber(text: string | null): string | null {
  return text === null ? null : String(Number(text));
}

async function histogram(
  database: Database,
  path: string,
  name: string,
  min: number,
  max: number,
  options: RunOptions,
): Promise<ColumnProfile['histogram']> {
  const width = (max - min) / bins;
  if (!Number.isFinite(width)) return [];
  const counted = await database.rows<{ bin: number; count: number }>(
    {
      text: `select case when $3 = 0 then 0 else least(${bins - 1}, floor((${name} - $2) / $3)) end::integer as bin, count(*)::double as count
        from read_parquet($1) where ${name} is not null group by 1`,
      values: [path, min, width],
    },
    options,
  );
  const counts = new Map(counted.map(({ bin, count }) => [bin, count]));
  if (width === 0) return [{ from: min, to: max, count: counts.get(0) ?? 0 }];
  return Array.from({ length: bins }, (_, bin) => ({
    from: min + bin * width,
    to: bin === bins - 1 ? max : min + (bin + 1) * width,
    count: counts.get(bin) ?? 0,
  }));
}
