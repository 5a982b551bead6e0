import type { ColumnPlan, Source } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { currencyPattern } from './conversion.ts';

export interface ColumnCounts {
  rows: number;
  filled: number;
  distinct: number;
  topCount: number;
  topValue: string;
}

const almostAll = 0.95;
/** Below this many filled cells a column says too little to be suspected. */
const fewest = 20;

/** Why a second look at a column is due, in sentences. */
export async function suspicions(
  database: Database,
  path: string,
  source: Source,
  column: ColumnPlan,
  counts: ColumnCounts,
  options: RunOptions,
): Promise<string[]> {
  const { rows, filled, distinct, topCount, topValue } = counts;
  if (filled === 0) return ['Every value is missing.'];
  const found: string[] = [];
  if ((rows - filled) / rows >= almostAll) found.push(`${percent((rows - filled) / rows)} of the values are missing.`);
  if (distinct === 1) found.push('Every value is the same.');
  else if (topCount / filled >= almostAll && filled >= fewest) found.push(`${percent(topCount / filled)} of the values are "${topValue}".`);
  if (column.type === 'text') found.push(...(await inText(database, path, column, counts, options)));
  else if (column.type === 'date' || column.type === 'timestamp') found.push(...(await inDates(database, path, source, column, options)));
  else if (column.type === 'number' && distinct === filled && filled >= fewest && /(^|_)(id|key|no|number)$/i.test(column.name)) {
    found.push('Every number is different: if it is an id, keep it as text.');
  }
  return found;
}

async function inText(
  database: Database,
  path: string,
  column: ColumnPlan,
  { filled, distinct }: ColumnCounts,
  options: RunOptions,
): Promise<string[]> {
  const name = quoteIdentifier(column.name);
  const [seen] = await database.rows<{ numbers: number; zeros: number; variants: number; currencies: string[] }>(
    {
      text: `select count(*) filter (isfinite(try_cast(${name} as double)))::double as numbers,
        count(*) filter (regexp_matches(${name}, '^\\s*[+-]?0\\d') or strlen(${name}) > 15)::double as zeros,
        (count(distinct ${name}) - count(distinct lower(trim(${name}))))::double as variants,
        list_sort(list_distinct(list(regexp_extract(${name}, '${currencyPattern}')) filter (regexp_matches(${name}, '^\\s*\\D{0,4}[\\d.,]+\\D{0,4}\\s*$') and regexp_extract(${name}, '${currencyPattern}') <> ''))) as currencies
        from read_parquet($1)`,
      values: [path],
    },
    options,
  );
  const { numbers, zeros, variants, currencies } = seen!;
  const found: string[] = [];
  if (numbers / filled >= almostAll && zeros === 0)
    found.push('Numbers stored as text: import the column as a number to calculate with it.');
  if (variants > 0)
    found.push(`${variants} ${variants === 1 ? 'value differs' : 'values differ'} from another only in capitals or spaces.`);
  if (currencies !== null && currencies.length > 1 && currencies.length <= 10) found.push(`Several currencies: ${currencies.join(', ')}.`);
  if (distinct === filled && filled >= fewest) found.push('Every value is different, as in an id or a free text.');
  return found;
}

async function inDates(database: Database, path: string, source: Source, column: ColumnPlan, options: RunOptions): Promise<string[]> {
  const name = quoteIdentifier(column.name);
  const [seen] = await database.rows<{ future: number; early: number }>(
    {
      text: `select count(*) filter (${name}::date > $2::date)::double as future, count(*) filter (${name}::date < date '1950-01-01')::double as early from read_parquet($1)`,
      values: [path, source.exportedOn],
    },
    options,
  );
  const found: string[] = [];
  if (seen!.future > 0) found.push(`${seen!.future} of the dates lie after the day of the export (${source.exportedOn}).`);
  if (seen!.early > 0) found.push(`${seen!.early} of the dates lie before 1950.`);
  return found;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
