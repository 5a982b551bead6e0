import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { AccountRole, AsOfDates } from '../../../shared/model/definition.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import type { Reading, Shape } from '../../../shared/model/reading.ts';
import type { ColumnType, Source } from '../../../shared/model/source.ts';
import type { Study } from '../../../shared/model/study.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';

type Proposal = CallOutput<'propose-definition'>;

interface Surveyed {
  source: Source;
  columns: { name: string; type: ColumnType; distinct: number; missing: number }[];
  rows: number;
}

const keyWords =
  /(^|_|\b)(account|customer|company|client|organi[sz]ation|org|tenant|supplier|vendor|user)s?[_ ]?(id|key|no|nr|number|code)$/i;
const anyKey = /(^|[_ ])(id|key|code|number|no)$|id$/i;
const accountWords = /account|customer|client|company|compan|supplier|organi[sz]ation/i;
const startWords = /sign.?up|start|created|since|joined|first|onboard|begin|from/i;
const endWords = /(^|[_ ])(end|ends|ended|to|until|expir\w*|close[sd]?|terminat\w*|valid_to)([_ ]|$)/i;
const renewalWords = /renew/i;
const revenueWords = /(^|[_ ])(arr|acv|tcv|mrr|revenue|contract_value|annual\w*)([_ ]|$)/i;
const ownerWords = /owner|csm|manager|rep$/i;
const nameWords = /(^|[_ ])name$|^name|title$/i;
const excludedDates = /due|paid|closed|resolved|updated|modified/i;
const mostAttributeValues = 60;

/** Roles, shapes and links for the sources nothing is said of yet, from the names of their columns and how their values repeat. */
export async function proposeDefinition(
  { sources, definition }: Pick<Study, 'sources' | 'definition'>,
  database: Database,
  options: RunOptions,
): Promise<Proposal> {
  const surveyed = await Promise.all(sources.map((source) => survey(source, database, options)));
  const because: string[] = [];
  const account = definition.account ?? proposeAccount(surveyed, because);
  const said = new Set(definition.readings.map((reading) => reading.source));
  const uniqueKeys = new Map(surveyed.flatMap((one) => uniqueKeyOf(one).map((key) => [one.source.id, key])));
  const ranges = new Map<string, { first: string; last: string }>();
  const readings: Reading[] = [];
  for (const one of surveyed) {
    const { id, name } = one.source;
    const shape = await shapeOf(one, account?.source === id, database, options);
    const dateColumn = shape.kind === 'snapshot' ? null : shape.kind === 'intervals' ? shape.from : shape.date;
    if (dateColumn) {
      const range = await rangeOf(id, dateColumn, database, options);
      if (range) ranges.set(id, range);
    }
    if (said.has(id)) continue;
    const link = account && account.source !== id ? proposeLink(one, account, surveyed, uniqueKeys) : undefined;
    const key = account?.source === id ? undefined : uniqueKeys.get(id);
    readings.push({
      source: id,
      shape,
      ...(link ? { link } : {}),
      ...(key ? { uniqueKey: key } : {}),
      repeatedKeys: 'all',
      knownFrom: {},
      unseenAccounts: 'missing',
    });
    because.push(
      `${name}: ${wordsOf(shape)}${link ? `, reaching the account by "${link.column}"${link.to === account?.source ? '' : ` through ${link.to}`}` : account?.source === id ? ', one row per account' : '; no column leads to the account'}.`,
    );
  }
  const last = [...ranges.values()]
    .map((range) => range.last)
    .sort()
    .at(-1);
  const stated = last
    ? readings.map((reading) =>
        ranges.has(reading.source) || reading.source === account?.source ? { ...reading, exportedOn: last } : reading,
      )
    : readings;
  if (last) because.push(`The exports are taken to reach to ${last}, the last dated row of any of them.`);
  const asOf = definition.asOf ?? (last ? proposeDates([...ranges.values()].map((range) => range.first).sort()[0]!, last) : undefined);
  if (asOf && !definition.asOf) because.push('As-of dates: every month-end with three months of history before it.');
  return {
    document: { ...(definition.account || !account ? {} : { account }), readings: stated, ...(definition.asOf || !asOf ? {} : { asOf }) },
    because,
  };
}

async function survey(source: Source, database: Database, options: RunOptions): Promise<Surveyed> {
  const columns = source.plan.columns.filter((column) => column.keep);
  const counts = columns.flatMap(({ name }, index) => [
    `cast(${anyKey.test(name) ? `count(distinct ${quoteIdentifier(name)})` : `approx_count_distinct(${quoteIdentifier(name)})`} as integer) as distinct_${index}`,
    `cast(count(*) - count(${quoteIdentifier(name)}) as integer) as missing_${index}`,
  ]);
  const [row] = await database.rows<Record<string, number>>(
    { text: `select ${['cast(count(*) as integer) as total', ...counts].join(', ')} from ${quoteIdentifier(`source_${source.id}`)}` },
    options,
  );
  return {
    source,
    rows: row!.total!,
    columns: columns.map(({ name, type }, index) => ({
      name,
      type,
      distinct: row![`distinct_${index}`]!,
      missing: row![`missing_${index}`]!,
    })),
  };
}

/** A key with a few repeats is still meant to be one; the report says which rows repeat it. */
const looksUnique = (one: Surveyed, column: Surveyed['columns'][number]) =>
  one.rows > 0 && column.missing === 0 && column.distinct >= 0.99 * one.rows;

function uniqueKeyOf(one: Surveyed): string[] {
  const key = one.columns.find((column) => anyKey.test(column.name) && looksUnique(one, column));
  return key ? [key.name] : [];
}

function proposeAccount(surveyed: Surveyed[], because: string[]): AccountRole | undefined {
  const candidates = surveyed.flatMap((one) => {
    const key =
      one.columns.find((column) => keyWords.test(column.name) && looksUnique(one, column)) ??
      one.columns.find((column) => anyKey.test(column.name) && looksUnique(one, column));
    if (!key) return [];
    const sharedBy = surveyed.filter((other) => other !== one && other.columns.some((column) => sameName(column.name, key.name))).length;
    return [{ one, key: key.name, merit: 2 * sharedBy + (accountWords.test(one.source.name) ? 3 : 0) + (keyWords.test(key.name) ? 1 : 0) }];
  });
  const best = candidates.sort((a, b) => b.merit - a.merit)[0];
  if (!best) return undefined;
  const { one, key } = best;
  const first = (words: RegExp, ...types: ColumnType[]) =>
    one.columns.find((column) => column.name !== key && words.test(column.name) && types.includes(column.type))?.name;
  const start = first(startWords, 'date', 'timestamp');
  const revenue = first(revenueWords, 'money', 'number');
  const renewal = first(renewalWords, 'date', 'timestamp');
  const [name, owner] = [first(nameWords, 'text'), first(ownerWords, 'text')];
  const attributes = one.columns
    .filter(
      (column) =>
        ['text', 'boolean'].includes(column.type) &&
        ![key, name, owner].includes(column.name) &&
        column.distinct > 1 &&
        column.distinct <= mostAttributeValues,
    )
    .map((column) => column.name);
  because.push(
    `${one.source.name} holds the accounts: "${key}" is different in every row${candidates.length > 1 ? ' and other sources carry it' : ''}.`,
  );
  return {
    source: one.source.id,
    key,
    ...(name ? { name } : {}),
    ...(start ? { start } : {}),
    ...(owner ? { owner } : {}),
    ...(revenue ? { revenue: { column: revenue } } : {}),
    ...(renewal ? { renewal: { column: renewal } } : {}),
    attributes,
  };
}

function proposeLink(one: Surveyed, account: AccountRole, surveyed: Surveyed[], uniqueKeys: ReadonlyMap<string, string>): Reading['link'] {
  const direct =
    one.columns.find((column) => sameName(column.name, account.key)) ??
    one.columns.find((column) => keyWords.test(column.name) && !looksUnique(one, column));
  if (direct) return { column: direct.name, to: account.source };
  for (const parent of surveyed) {
    const key = uniqueKeys.get(parent.source.id);
    const column = key && parent !== one ? one.columns.find((each) => sameName(each.name, key)) : undefined;
    if (column) return { column: column.name, to: parent.source.id, toColumn: key! };
  }
  return undefined;
}

async function shapeOf(one: Surveyed, isAccounts: boolean, database: Database, options: RunOptions): Promise<Shape> {
  const dates = one.columns.filter((column) => column.type === 'date' || column.type === 'timestamp');
  if (isAccounts || dates.length === 0) return { kind: 'snapshot' };
  const to = dates.find((column) => endWords.test(column.name) && !excludedDates.test(column.name));
  const from = dates.find((column) => column !== to && startWords.test(column.name));
  if (from && to) return { kind: 'intervals', from: from.name, to: to.name, toInclusive: false };
  const date = dates.find((column) => !excludedDates.test(column.name) && column.missing === 0) ?? dates[0]!;
  const column = `cast(${quoteIdentifier(date.name)} as date)`;
  const [days] = await database.rows<{ regular: boolean | null }>(
    {
      text: `select bool_and(day(d) = 1 or d = last_day(d)) and count(distinct d) >= 2 as regular from (select ${column} as d from ${quoteIdentifier(`source_${one.source.id}`)}) where d is not null`,
    },
    options,
  );
  return { kind: days?.regular ? 'panel' : 'events', date: date.name };
}

async function rangeOf(
  id: string,
  column: string,
  database: Database,
  options: RunOptions,
): Promise<{ first: string; last: string } | null> {
  const [range] = await database.rows<{ first: string | null; last: string | null }>(
    {
      text: `select strftime(min(cast(${quoteIdentifier(column)} as date)), '%Y-%m-%d') as first, strftime(max(cast(${quoteIdentifier(column)} as date)), '%Y-%m-%d') as last from ${quoteIdentifier(`source_${id}`)}`,
    },
    options,
  );
  return range?.first && range.last ? { first: range.first, last: range.last } : null;
}

function proposeDates(first: string, last: string): AsOfDates {
  const from = addDays(first, 91);
  const lastMonthEnd = addDays(`${addDays(last, 1).slice(0, 7)}-01`, -1);
  return from < lastMonthEnd ? { kind: 'month-ends', from, to: last } : { kind: 'list', dates: [last] };
}

const sameName = (one: string, other: string) =>
  one.toLowerCase().replace(/[^a-z0-9]/g, '') === other.toLowerCase().replace(/[^a-z0-9]/g, '');

function wordsOf(shape: Shape): string {
  switch (shape.kind) {
    case 'snapshot':
      return 'one row each, taken on one day';
    case 'panel':
      return `one row per period ("${shape.date}" holds only ends or beginnings of months)`;
    case 'events':
      return `dated rows ("${shape.date}")`;
    case 'intervals':
      return `valid from "${shape.from}" to "${shape.to}"`;
  }
}
