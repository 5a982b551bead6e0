import type { CallOutput } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../../shared/model/isoDate.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Book } from './Book.ts';
import { type BookView, viewCondition, viewOrder } from './BookView.ts';
import { cellOf } from './cellOf.ts';

type Page = CallOutput<'list-accounts'>;
type Line = Omit<Page['accounts'][number], 'renewalDays' | 'attributes'> & Record<string, unknown>;

/** A page of the worklist: what is seen of the book, in order, with every owner of the whole book. */
export async function listAccounts(book: Book, view: BookView, page: { offset: number; limit: number }): Promise<Page> {
  const { database, scored, options } = book;
  const condition = viewCondition(book, view);
  const seen = await database.rows<{ total: number; revenue: number }>(
    {
      text: `select cast(count(*) as integer) as total, coalesce(sum(revenue), 0) as revenue from ${scored} s where ${condition.text}`,
      values: condition.values,
    },
    options,
  );
  const owners = await database.rows<{ owner: string }>(
    { text: `select distinct owner from ${scored} where owner is not null order by owner` },
    options,
  );
  return {
    total: seen[0]!.total,
    totalRevenue: seen[0]!.revenue,
    accounts: await pageOf(book, view, page),
    owners: owners.map(({ owner }) => owner),
  };
}

async function pageOf(book: Book, view: BookView, { offset, limit }: { offset: number; limit: number }): Promise<Page['accounts']> {
  const { database, observations, asOf, scored, options } = book;
  const condition = viewCondition(book, view);
  const order = viewOrder(book, view);
  const attributes = observations.attributes.map(({ column }) => column);
  const asked = attributes.map((column, index) => `, o.${quoteIdentifier(`account.${column}`)} as a${index}`);
  const lines = await database.rows<Line>(
    {
      text: `select s.account_id as account, s.account_name as name, s.owner, s.segment, s.score, s.band, s.coverage, s.low, s.high,
            s.band_certain as "bandCertain", s.revenue, strftime(s.renewal_date, '%Y-%m-%d') as renewal, s.reason,
            s.reason_points as "reasonPoints"${asked.join('')}
          from (select s.* from ${scored} s where ${condition.text} order by ${order} limit ${Math.trunc(limit)} offset ${Math.trunc(offset)}) s
          left join ${quoteIdentifier(observations.table)} o
            on o.account_id = s.account_id and o.as_of = cast($${condition.values.length + 1} as date)
          order by ${order}`,
      values: [...condition.values, asOf],
    },
    options,
  );
  return lines.map((line) => {
    const { account, name, owner, segment, score, band, coverage, low, high, bandCertain, revenue, renewal, reason, reasonPoints } = line;
    return {
      ...{ account, name, owner, segment, score, band, coverage, low, high, bandCertain, revenue, renewal, reason, reasonPoints },
      renewalDays: renewal === null ? null : daysBetween(asOf, renewal),
      attributes: Object.fromEntries(attributes.map((column, index) => [column, cellOf(line[`a${index}`])])),
    };
  });
}
