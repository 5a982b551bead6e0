import type { HandlerInput } from '../../../shared/contract/contract.ts';
import { filterToSql } from '../../../shared/expression/filterToSql.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { Failure } from '../../../shared/failure.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import { printDuckdb } from '../../../shared/sql/printDuckdb.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Query } from '../database/query.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import type { Book } from './Book.ts';
import { observationColumns } from './observationColumns.ts';

/** What of the book is seen, and in which order. */
export type BookView = Omit<HandlerInput<'export-scores'>, 'model' | 'asOf' | 'path'>;

/** The condition on a row of the scored table (aliased `s`), its values bound. @throws Failure `expression-invalid`, `name-unknown` */
export function viewCondition(book: Book, view: BookView): Required<Query> {
  const values: Required<Query>['values'] = [];
  const bind = (value: string | number) => `$${values.push(value)}`;
  const among = (column: string, wanted: readonly string[] | undefined) =>
    wanted ? [`s.${column} in (${wanted.map(bind).join(', ') || 'null'})`] : [];
  const conditions = [
    ...among('band', view.bands),
    ...among('segment', view.segments),
    ...among('owner', view.owners),
    ...(view.renewalWithinDays === undefined
      ? []
      : [`s.renewal_date between cast(${bind(book.asOf)} as date) and cast(${bind(addDays(book.asOf, view.renewalWithinDays))} as date)`]),
    ...(view.scoreFrom === undefined ? [] : [`s.score >= cast(${bind(String(view.scoreFrom))} as double)`]),
    ...(view.scoreBelow === undefined ? [] : [`s.score < cast(${bind(String(view.scoreBelow))} as double)`]),
    ...(view.where === undefined || view.where.trim() === '' ? [] : [observedWhere(book, view.where, bind)]),
    ...(view.search === undefined || view.search.trim() === '' ? [] : [foundIn(bind(view.search.trim()))]),
  ];
  return { text: conditions.join(' and ') || 'true', values };
}

function observedWhere({ observations, asOf }: Book, where: string, bind: (value: string) => string): string {
  const condition = printDuckdb(filterToSql(parseFilter(where), observationColumns(observations)));
  const from = `select account_id from ${quoteIdentifier(observations.table)} where as_of = cast(${bind(asOf)} as date)`;
  return `s.account_id in (${from} and (${condition}))`;
}

function foundIn(text: string): string {
  const found = (column: string) => `contains(lower(coalesce(s.${column}, '')), lower(${text}))`;
  return `(${['account_id', 'account_name', 'owner'].map(found).join(' or ')})`;
}

type FixedOrder = Exclude<BookView['orderBy'], `account.${string}`>;

const orders: Record<Exclude<FixedOrder, 'band' | 'segment' | 'account'>, string> = {
  name: 's.account_name',
  owner: 's.owner',
  score: 's.score',
  coverage: 's.coverage',
  revenue: 's.revenue',
  renewal: 's.renewal_date',
  reason: 's.reason',
};

/** The order of the rows, the missing last; accounts that are equal in it stand in the order of their keys. @throws Failure `name-unknown` */
export function viewOrder(book: Book, { orderBy, descending }: BookView): string {
  const direction = `${descending ? 'desc' : 'asc'} nulls last`;
  if (orderBy === 'account') return `s.account_id ${direction}`;
  const then = orderBy === 'reason' ? ', s.reason_points desc nulls last' : '';
  return `${orderExpression(book, orderBy)} ${direction}${then}, s.account_id`;
}

/** Bands order from worst to best, segments by precedence; accounts without one are missing in that order. */
function orderExpression(book: Book, orderBy: Exclude<BookView['orderBy'], 'account'>): string {
  const { model } = book;
  const ranked = (column: string, ids: readonly string[]) =>
    ids.length === 0 ? 'null' : `case s.${column}${ids.map((id, rank) => ` when ${quoteText(id)} then ${rank}`).join('')} end`;
  if (orderBy === 'band')
    return ranked(
      'band',
      model.bands.map(({ id }) => id),
    );
  if (orderBy === 'segment')
    return ranked(
      'segment',
      model.segments.map(({ id }) => id),
    );
  return isAttribute(orderBy) ? attributeOf(book, orderBy) : orders[orderBy];
}

function isAttribute(orderBy: BookView['orderBy']): orderBy is `account.${string}` {
  return orderBy.startsWith('account.');
}

function attributeOf({ observations, asOf }: Book, name: string): string {
  if (!observations.attributes.some(({ column }) => `account.${column}` === name)) throw new Failure('name-unknown', { name });
  const value = `any_value(o.${quoteIdentifier(name)})`;
  return `(select ${value} from ${quoteIdentifier(observations.table)} o where o.account_id = s.account_id and o.as_of = ${dateLiteral(asOf)})`;
}
