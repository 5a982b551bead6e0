import { Failure } from '../../../shared/failure.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import type { Reading } from '../../../shared/model/reading.ts';
import type { ColumnType, Source } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { isComplete } from '../import/incompleteRows.ts';
import { unconvertedColumn } from '../import/unconvertedColumn.ts';
import { keyText } from './keyText.ts';
import type { PreparedSource } from './PreparedSource.ts';

/** Sources by id, prepared in an order in which every source follows the one it is linked to. */
export type PreparedSources = ReadonlyMap<string, PreparedSource>;

/** Makes the view `rows_<id>` of every source that has a reading. @throws Failure `definition-incomplete`, `definition-invalid`, `column-unknown` */
export async function prepareSources(
  database: Database,
  sources: readonly Source[],
  definition: Definition,
  options: RunOptions = {},
): Promise<PreparedSources> {
  const prepared = new Map<string, PreparedSource>();
  const known = new Map(sources.map((source) => [source.id, source]));
  const readings = new Map(definition.readings.map((reading) => [reading.source, reading]));
  const { account } = definition;
  if (account && !readings.has(account.source))
    readings.set(account.source, {
      source: account.source,
      shape: { kind: 'snapshot' },
      repeatedKeys: 'all',
      knownFrom: {},
      unseenAccounts: 'missing',
    });
  const underway = new Set<string>();

  const prepare = async (id: string): Promise<PreparedSource | null> => {
    const done = prepared.get(id);
    if (done) return done;
    const source = known.get(id);
    const reading = readings.get(id);
    if (!source || !reading) return null;
    if (underway.has(id))
      throw new Failure('definition-invalid', {
        where: `the link of "${id}"`,
        problem: `it leads back to itself through ${[...underway].join(', ')}`,
      });
    underway.add(id);
    const parent = reading.link && reading.link.to !== account?.source ? await prepare(reading.link.to) : null;
    const one = await prepareOne(database, source, reading, definition, parent, options);
    underway.delete(id);
    prepared.set(id, one);
    return one;
  };
  for (const id of readings.keys()) await prepare(id);
  return prepared;
}

async function prepareOne(
  database: Database,
  source: Source,
  reading: Reading,
  definition: Definition,
  parent: PreparedSource | null,
  options: RunOptions,
): Promise<PreparedSource> {
  const columns = new Map<string, ColumnType>(
    source.plan.columns.filter((column) => column.keep).map((column) => [column.name, column.type]),
  );
  const need = (column: string, of = columns, id = source.id) => {
    if (!of.has(column)) throw new Failure('column-unknown', { source: id, column });
    return column;
  };
  const { shape, link } = reading;
  const loaded = loadedRows(source.id);
  const relation = quoteIdentifier(`rows_${source.id}`);
  const dateColumn = shape.kind === 'snapshot' ? null : shape.kind === 'intervals' ? shape.from : shape.date;

  const isAccounts = definition.account?.source === source.id;
  let account = 'cast(null as varchar)';
  let join = '';
  if (isAccounts) account = keyText(need(definition.account!.key), columns, 'r');
  else if (link) {
    const key = keyText(need(link.column), columns, 'r');
    if (!parent) account = key;
    else {
      const parentKey = link.toColumn ?? parent.reading.uniqueKey;
      if (!parentKey)
        throw new Failure('definition-incomplete', {
          problem: `say which column of "${parent.source.id}" the column "${link.column}" of "${source.id}" refers to (a unique key, or "toColumn").`,
        });
      need(parentKey, new Map(parent.columns), parent.source.id);
      account = 'p.account';
      join = `left join (select ${keyText(parentKey, parent.columns, 'q')} as key, min("·account") as account from ${parent.relation} q group by 1) p on p.key = ${key}`;
    }
  }

  await database.run(
    {
      text: `create or replace view ${loaded} as select columns(lambda name: name <> ${quoteText(unconvertedColumn)})
        from ${quoteIdentifier(`numbered_${source.id}`)} where ${isComplete(source, definition)}`,
    },
    options,
  );
  const repeated = await dropRepeatedKeys(database, source, reading, columns, options);
  const dates = dateColumn ? `cast(r.${quoteIdentifier(need(dateColumn))} as date) as "·date"` : 'cast(null as date) as "·date"';
  const end = shape.kind === 'intervals' ? `, cast(r.${quoteIdentifier(need(shape.to))} as date) as "·end"` : '';
  await database.run(
    {
      text: `create or replace view ${relation} as select r.*, ${account} as "·account", ${dates}${end} from ${loaded} r ${join} ${repeated ? `where r."·row" not in (select "·row" from ${repeated})` : ''}`,
    },
    options,
  );

  const [range] = dateColumn
    ? await database.rows<{ first: string | null; last: string | null }>(
        {
          text: `select strftime(min("·date"), '%Y-%m-%d') as first, strftime(max("·date"), '%Y-%m-%d') as last from (select cast(${quoteIdentifier(dateColumn)} as date) as "·date" from ${loaded})`,
        },
        options,
      )
    : [{ first: null, last: null }];
  const { first, last } = range!;
  const stated =
    reading.exportedOn ??
    (shape.kind === 'snapshot' ? shape.takenOn : undefined) ??
    (source.exportedOnStated ? source.exportedOn : undefined);
  // A file's own day is often the day it was copied: only a stated day is believed beyond the last row.
  const exportedOn = stated ?? (last && last < source.exportedOn ? last : source.exportedOn);
  const covers = reading.covers ?? (first && last ? { from: first, to: exportedOn } : null);
  const accountRows = isAccounts ? await countAccounts(database, relation, options) : null;
  return { source, reading, columns, relation, dateColumn, accountRows, firstDate: first, lastDate: last, exportedOn, covers };
}

/** View over a source's rows that have the key and the dates the definition needs, each with `·row`, its number in the file. */
export function loadedRows(source: string): string {
  return quoteIdentifier(`loaded_${source}`);
}

async function countAccounts(database: Database, relation: string, options: RunOptions): Promise<{ rows: number; accounts: number }> {
  const [counted] = await database.rows<{ rows: number; accounts: number }>(
    {
      text: `select cast(count("·account") as integer) as rows, cast(count(distinct "·account") as integer) as accounts from ${relation}`,
    },
    options,
  );
  return counted!;
}

/** Name of a table with the record numbers of rows that repeat a key declared unique and do not count; null when there are none. */
async function dropRepeatedKeys(
  database: Database,
  source: Source,
  reading: Reading,
  columns: ReadonlyMap<string, ColumnType>,
  options: RunOptions,
): Promise<string | null> {
  const { uniqueKey, repeatedKeys } = reading;
  if (!uniqueKey || repeatedKeys === 'all') return null;
  if (!columns.has(uniqueKey)) throw new Failure('column-unknown', { source: source.id, column: uniqueKey });
  const table = quoteIdentifier(`repeated_${source.id}`);
  const key = quoteIdentifier(uniqueKey);
  const loaded = loadedRows(source.id);
  const kept = repeatedKeys === 'first' ? 'min' : 'max';
  await database.run(
    {
      text: `create or replace table ${table} as
        select n."·row" from ${loaded} n
        join (select ${key} as key, ${kept}("·row") as kept from ${loaded} where ${key} is not null group by 1 having count(*) > 1) k on k.key = n.${key}
        where n."·row" <> k.kept`,
    },
    options,
  );
  const [{ rows }] = (await database.rows<{ rows: number }>(
    { text: `select cast(count(*) as integer) as rows from ${table}` },
    options,
  )) as [{ rows: number }];
  return rows > 0 ? table : null;
}
