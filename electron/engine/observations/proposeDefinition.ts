import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { AccountRole, AsOfDates } from '../../../shared/model/definition.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import type { Reading, Shape } from '../../../shared/model/reading.ts';
import type { Study } from '../../../shared/model/study.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { proposeAccount } from './proposeAccount.ts';
import { proposeBeginnings } from './proposeBeginnings.ts';
import { anyKey, keyWords, looksUnique, type Surveyed, sameName, startWords, surveySource } from './surveySource.ts';

type Proposal = CallOutput<'propose-definition'>;

const endWords = /(^|[_ ])(end|ends|ended|to|until|expir\w*|close[sd]?|terminat\w*|valid_to)([_ ]|$)/i;
const excludedDates = /due|paid|closed|resolved|updated|modified/i;

/**
 * Roles, shapes and links for the sources nothing is said of yet, from the names of their columns and how their values repeat; metrics for
 * them, and an outcome where the study has none. A proposal: nothing is changed.
 */
export async function proposeDefinition(
  { sources, definition }: Pick<Study, 'sources' | 'definition'>,
  database: Database,
  options: RunOptions,
): Promise<Proposal> {
  const surveyed = await Promise.all(sources.map((source) => surveySource(source, database, options)));
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
  if (last && readings.length > 0) because.push(`The exports are taken to reach to ${last}, the last dated row of any of them.`);
  const asOf = definition.asOf ?? asOfDatesFor(ranges, last, surveyed, account);
  if (asOf && !definition.asOf)
    because.push(
      asOf.kind === 'list'
        ? `As-of date: ${asOf.dates.join(', ')}, ${last ? 'the last dated row' : 'the day of the export'}.`
        : 'As-of dates: every month-end with three months of history before it.',
    );
  const begun = account && (await proposeBeginnings(definition, account, stated, surveyed, database, options));
  return {
    document: {
      ...(definition.account || !begun ? {} : { account: begun.account }),
      readings: begun?.readings ?? stated,
      ...(definition.asOf || !asOf ? {} : { asOf }),
      ...(begun && begun.metrics.length > 0 ? { metrics: begun.metrics } : {}),
      ...(begun && begun.outcomes.length > 0 ? { outcomes: begun.outcomes } : {}),
    },
    because: [...because, ...(begun?.because ?? [])],
  };
}

/** Month-ends where there are dated rows, else the day of the export of the accounts. */
function asOfDatesFor(
  ranges: ReadonlyMap<string, { first: string }>,
  last: string | undefined,
  surveyed: readonly Surveyed[],
  account: AccountRole | undefined,
): AsOfDates | undefined {
  if (last) return proposeDates([...ranges.values()].map(({ first }) => first).sort()[0]!, last);
  const accounts = surveyed.find(({ source }) => source.id === account?.source);
  return accounts && { kind: 'list', dates: [accounts.source.exportedOn] };
}

function uniqueKeyOf(one: Surveyed): string[] {
  const key = one.columns.find((column) => anyKey.test(column.name) && looksUnique(one, column));
  return key ? [key.name] : [];
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
