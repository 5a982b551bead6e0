import { scoreColumns } from '../../../shared/scoring/scoreSelect.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Query } from '../database/query.ts';
import { fixedColumns } from '../observations/observationNames.ts';
import type { Book } from './Book.ts';
import { type BookView, viewCondition, viewOrder } from './BookView.ts';

/** The rows of the book that are seen, in order, with the account's columns: what an export holds. */
export function scoresQuery(book: Book, view: BookView): Query {
  const { observations, asOf, scored } = book;
  const condition = viewCondition(book, view);
  const taken = new Set<string>([...fixedColumns, ...scoreColumns]);
  const attributes = observations.attributes.map(({ column }) => {
    const held = `account.${column}`;
    return `, o.${quoteIdentifier(held)} as ${quoteIdentifier(taken.has(column) ? held : column)}`;
  });
  return {
    text: `select s.account_id, s.account_name, s.owner, o.as_of, s.segment, s.score, s.band, s.coverage, s.low, s.high, s.band_certain,
        s.revenue, s.renewal_date, s.reason, s.reason_points${attributes.join('')}
      from ${scored} s join ${quoteIdentifier(observations.table)} o on o.account_id = s.account_id
      where o.as_of = cast($${condition.values.length + 1} as date) and ${condition.text} order by ${viewOrder(book, view)}`,
    values: [...condition.values, asOf],
  };
}
