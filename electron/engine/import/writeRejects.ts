import type { ImportPlan } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Database } from '../database/Database.ts';
import { unconvertedReasons } from './conversion.ts';
import type { ReadContext } from './Layout.ts';
import type { Refused } from './readRefused.ts';
import { lowerSpellings } from './Spellings.ts';
import type { Place, Tally } from './Tally.ts';
import { selectUnconverted, unconvertedColumn } from './unconvertedColumn.ts';

const rowsAtOnce = 20_000;
const numeric = new Set(['number', 'money', 'percent']);

/**
 * Writes the Parquet file of rejected rows and unconverted cells (record, line, column, value, reason, kind), in file order.
 * Returns how many cells did not convert, and whether the file lists anything.
 */
export async function writeRejects(
  { database, signal }: ReadContext,
  {
    data,
    target,
    plan,
    tally,
    refused,
  }: {
    data: string;
    target: string;
    plan: ImportPlan;
    tally: Tally;
    refused: Refused[];
  },
): Promise<{ unconverted: number; written: boolean }> {
  const unconverted = quoteIdentifier(unconvertedColumn);
  const from = `read_parquet($1, file_row_number = true) where ${unconverted} is not null`;
  const touched = await database.rows({ text: `select 1 as touched from ${from} limit 1`, values: [data] }, { signal });
  if (touched.length === 0 && refused.length === 0 && tally.broken.length === 0) return { unconverted: 0, written: false };

  const even = tally.firstLine !== null && refused.length === 0;
  const rows = even ? [] : await rowsIn();
  const places = even
    ? { rows: [], refused: [] }
    : await tally.locate(
        rows,
        refused.map(({ at }) => at),
      );
  const broken = [...tally.broken, ...refused.map((one, index) => ({ ...one.broken, ...places.refused[index]! }))];
  await database.run({ text: 'create table broken (record bigint, line bigint, "column" varchar, value varchar, reason varchar)' });
  await fill(database, 'broken', '[{"record":"BIGINT","line":"BIGINT","column":"VARCHAR","value":"VARCHAR","reason":"VARCHAR"}]', broken);
  await database.run({ text: 'create table places ("·row" bigint, record bigint, line bigint)' });
  await fill(
    database,
    'places',
    '[{"·row":"BIGINT","record":"BIGINT","line":"BIGINT"}]',
    places.rows.map((place: Place, index) => ({ '·row': rows[index]!, ...place })),
  );

  const columns = plan.columns.filter(({ keep, type }) => keep && type !== 'text');
  const list = (values: string[], type = 'varchar') => `[${values.join(', ')}]::${type}[]`;
  const place = even ? `"·row" + 1 as record, "·row" + ${tally.firstLine} as line` : 'record, line';
  await database.run(
    {
      text: `
        copy (select record, line, "column", value, reason, kind from (
          select ${place}, position, (${list(columns.map(({ name }) => quoteText(name)))})[position] as "column", value,
            case when trim(value) = '' then 'is blank: only spaces' else (${list(columns.map(({ type }) => quoteText(unconvertedReasons[type])))})[position] end as reason, 'cell' as kind
          from (${selectUnconverted('"·row"', `(select *, file_row_number as "·row" from ${from})`)}) ${even ? '' : 'join places using ("·row")'}
          where case when list_contains(${list(lowerSpellings(plan).map(quoteText))}, lower(trim(value)))
            then lower(trim(value)) = 'nan' and (${list(
              columns.map(({ type }) => String(numeric.has(type))),
              'boolean',
            )})[position] else true end
          union all
          select record, line, 0, "column", value, reason, 'row' from broken
        ) ${even ? '' : 'order by record, position'}) to ${quoteText(target)} (format parquet)`,
      values: [data],
    },
    { signal },
  );
  const [counted] = await database.rows<{ cells: number; all: number }>({
    text: `select count(*) filter (kind = 'cell')::double as cells, count(*)::double as all from read_parquet($1)`,
    values: [target],
  });
  return { unconverted: counted!.cells, written: counted!.all > 0 };

  function rowsIn(): Promise<number[]> {
    const query = { text: `select file_row_number::double as row from ${from} order by 1`, values: [data] };
    return database.result(query, { signal }, async (result) => ((await result.getColumns())[0] ?? []) as number[]);
  }
}

async function fill(database: Database, table: string, structure: string, rows: object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = JSON.stringify(rows.slice(from, from + rowsAtOnce));
    await database.run({
      text: `insert into ${table} by name select one.* from (select unnest(from_json($1, '${structure}')) as one)`,
      values: [part],
    });
  }
}
