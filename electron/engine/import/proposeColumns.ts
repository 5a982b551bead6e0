import type { CancelSignal } from '../../../shared/contract/call.ts';
import type { ColumnFinding } from '../../../shared/contract/sourceCalls.ts';
import type { ColumnPlan, ColumnType } from '../../../shared/model/source.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Database } from '../database/Database.ts';
import { chooseReading, type Reading, type ReadingTally, readingKey, readings } from './chooseReading.ts';
import { conversion, currencyPattern, validOnly } from './conversion.ts';
import type { NamedColumn } from './nameColumns.ts';
import type { RawTable } from './RawTable.ts';

export interface Proposal {
  plan: ColumnPlan;
  finding: ColumnFinding;
}

/** How many cells are tried: enough to judge a column, few enough for thousands of columns. */
const cellsTried = 100_000;
const samplesShown = 5;

/** How many records of a table with this many columns are looked at. */
export function recordsTried(columns: number): number {
  return Math.max(50, Math.min(2_000, Math.floor(cellsTried / Math.max(1, columns))));
}

/** First records as text, in column order. */
export type Sample = readonly (readonly (string | null)[])[];

const recordsShown = 50;

/** The records that the analyst is shown. */
export async function readSample(database: Database, { from, columns }: RawTable, signal: CancelSignal): Promise<Sample> {
  const text = `select ${columns.map((column) => column.text).join(', ')} from ${from.text} limit ${recordsShown}`;
  return (await database.result({ text, values: from.values ?? [] }, { signal }, (result) => result.getRowsJS())) as unknown as Sample;
}

/**
 * A type for every column, with its reason, from the first records: every cell is tried in every reading with the very expressions
 * that the import uses. `confirmed` holds what the analyst already said of a column.
 */
export async function proposeColumns(
  database: Database,
  table: RawTable,
  sample: Sample,
  columns: readonly NamedColumn[],
  nullSpellings: readonly string[],
  confirmed: (column: NamedColumn) => ColumnPlan | undefined,
  signal: CancelSignal,
): Promise<Proposal[]> {
  if (columns.length === 0) return [];
  const records = recordsTried(columns.length);
  const spellings = nullSpellings.map((one) => quoteText(one.toLowerCase())).join(', ') || `''`;
  const tried = readings.map((reading) => `${conversion('cell', reading)} as "${readingKey(reading)}"`);
  const judged = readings.flatMap((reading) => {
    const key = readingKey(reading);
    const valid = validOnly(`"${key}"`, 'cell', reading.type);
    return [`count(${valid})::integer as "${key}"`, `first(cell) filter ((${valid}) is null) as "bad ${key}"`];
  });
  const tallies = await database.rows<Record<string, number | string | null>>(
    {
      text: `
        with beginning as (select ${table.columns.map((column, index) => `${column.text} as c${index}`).join(', ')} from ${table.from.text} limit ${records}),
        cells as (select unnest(range(${columns.length}))::integer as column, unnest([${columns.map((_, index) => `c${index}`).join(', ')}]) as cell from beginning),
        filled as (select * from cells where trim(cell) <> '' and lower(trim(cell)) not in (${spellings})),
        tried as (select *, ${tried.join(', ')} from filled)
        select "column", count(*)::integer as filled, count(distinct cell)::integer as distinct_cells,
          count(*) filter (regexp_matches(cell, '^\\s*[+-]?0\\d'))::integer as leading_zeros,
          count(*) filter (strlen(regexp_replace(cell, '\\D', '', 'g')) > 15 and regexp_full_match(trim(cell), '[+-]?\\d+'))::integer as long_numbers,
          count(*) filter (contains(cell, '_'))::integer as underscores,
          count(*) filter (regexp_matches(cell, '\\d:\\d\\d') and not regexp_matches(cell, '[ T](00?|12):00(:00(\\.0+)?)?(Z| AM|$)'))::integer as clocks,
          count(*) filter (contains(cell, '%'))::integer as percent_signs,
          count(*) filter (regexp_full_match(trim(cell), '\\d{8}'))::integer as eight_digits,
          count(*) filter (regexp_full_match(trim(cell), '[+-]?\\d{1,3}(,\\d{3})+'))::integer as grouped_only,
          count(*) filter (regexp_matches(cell, '${currencyPattern}') and regexp_matches(cell, '\\d'))::integer as currency_signs,
          count(distinct nullif(regexp_extract(cell, '${currencyPattern}'), '')) filter (regexp_matches(cell, '\\d'))::integer as currencies,
          mode(regexp_extract(cell, '${currencyPattern}')) as currency,
          ${judged.join(', ')}
        from tried group by "column"`,
      values: table.from.values ?? [],
    },
    { signal },
  );
  const byColumn = new Map(tallies.map((tally) => [tally.column as number, tally]));
  return columns.map((column, index) => {
    const tally = readTally(byColumn.get(index));
    const known = confirmed(column);
    const choice = chooseReading(column.name, tally, table.columns[index]!.native?.type);
    const plan: ColumnPlan = known ?? planFrom(column, choice.reading, choice.ambiguousDates !== null, tally);
    const asNative = table.columns[index]!.native?.type === plan.type;
    const [converted, example] = asNative ? [tally.filled, null] : tally.of(plan);
    return {
      plan: { ...plan, header: column.header },
      finding: {
        name: plan.name,
        header: column.header,
        type: plan.type,
        because: known ? 'as it was set' : choice.because,
        samples: sample.slice(0, samplesShown).map((row) => row[index] ?? null),
        filled: tally.filled,
        unconvertible: plan.type === 'text' ? 0 : tally.filled - converted,
        unconvertibleExample: plan.type === 'text' ? null : example,
        ambiguousDates: known?.dateOrder ? null : choice.ambiguousDates,
      },
    };
  });
}

function planFrom(column: NamedColumn, reading: Reading, ambiguous: boolean, tally: ReadingTally): ColumnPlan {
  const dated = reading.type === 'date' || reading.type === 'timestamp';
  return {
    header: column.header,
    name: column.name,
    type: reading.type,
    keep: true,
    decimal: reading.decimal,
    ...(dated && !ambiguous ? { dateOrder: reading.dateOrder } : {}),
    ...(reading.type === 'money' && tally.currency ? { currency: tally.currency } : {}),
  };
}

function readTally(row: Record<string, number | string | null> | undefined): ReadingTally {
  const number = (name: string) => (row?.[name] as number | undefined) ?? 0;
  return {
    filled: number('filled'),
    distinct: number('distinct_cells'),
    leadingZeros: number('leading_zeros'),
    longNumbers: number('long_numbers'),
    underscores: number('underscores'),
    percentSigns: number('percent_signs'),
    eightDigits: number('eight_digits'),
    groupedOnly: number('grouped_only'),
    clocks: number('clocks'),
    currencySigns: number('currency_signs'),
    currencies: number('currencies'),
    currency: (row?.currency as string | null | undefined) || null,
    of({ type, decimal, dateOrder }: { type: ColumnType; decimal: '.' | ','; dateOrder?: Reading['dateOrder'] }) {
      const key = readingKey({ type, decimal, dateOrder });
      return [number(key), (row?.[`bad ${key}`] as string | null | undefined) ?? null];
    },
  };
}
