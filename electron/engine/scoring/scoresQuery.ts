import { leavesOf } from '../../../shared/model/model.ts';
import { baseSegment, baseSegmentName, withheldBand } from '../../../shared/scoring/bandOf.ts';
import { scoreColumns } from '../../../shared/scoring/scoreSelect.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Query } from '../database/query.ts';
import { fixedColumns } from '../observations/observationNames.ts';
import type { Book } from './Book.ts';
import { type BookView, viewCondition, viewOrder } from './BookView.ts';

/** The rows of the book that are seen, in order, with names beside the ids and the account's columns: what an export holds. */
export function scoresQuery(book: Book, view: BookView): Query {
  const { observations, asOf, scored } = book;
  const condition = viewCondition(book, view);
  const taken = new Set<string>([...fixedColumns, ...scoreColumns, ...nameColumns]);
  const attributes = observations.attributes.map(({ column }) => {
    const held = `account.${column}`;
    return `, o.${quoteIdentifier(held)} as ${quoteIdentifier(taken.has(column) ? held : column)}`;
  });
  return {
    text: `select s.account_id, s.account_name, s.owner, o.as_of, s.segment, s.score, s.band, s.coverage, s.low, s.high, s.band_certain,
        s.revenue, s.renewal_date, s.reason, s.reason_points, ${namesOf(book)}${attributes.join('')}
      from ${scored} s join ${quoteIdentifier(observations.table)} o on o.account_id = s.account_id
      where o.as_of = cast($${condition.values.length + 1} as date) and ${condition.text} order by ${viewOrder(book, view)}`,
    values: [...condition.values, asOf],
  };
}

const nameColumns = ['segment_name', 'band_name', 'reason_name'];

/** SQL of the names that people read for the ids of segment, band and main reason. */
function namesOf({ model, observations }: Book): string {
  const metrics = new Map(observations.definition.metrics.map(({ id, name }) => [id, name]));
  const named = (column: string, names: readonly (readonly [string, string])[]) =>
    names.length === 0
      ? `s.${column} as ${column}_name`
      : `case s.${column} ${names.map(([id, name]) => `when ${quoteText(id)} then ${quoteText(name)}`).join(' ')} end as ${column}_name`;
  return [
    named('segment', [...model.segments.map(({ id, name }) => [id, name] as const), [baseSegment, baseSegmentName(model)]]),
    named('band', [...model.bands.map(({ id, name }) => [id, name] as const), [withheldBand, 'Not enough data']]),
    named(
      'reason',
      leavesOf(model.dimensions).map(({ id, metric }) => [id, metrics.get(metric) ?? metric] as const),
    ),
  ].join(', ');
}
