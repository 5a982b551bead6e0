import { listValue } from '@duckdb/node-api';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { Mover, MoverKind } from '../../../shared/contract/mover.ts';
import { observationScorer } from '../../../shared/scoring/scoreObservation.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Query } from '../database/query.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import { observationValues } from '../scoring/observationColumns.ts';
import { becauseOf } from './becauseOf.ts';
import type { ComparedBook } from './ComparedBook.ts';

/** Which movers are asked for; `from` and `to` are bands, and alone they mean everybody who is there. */
export interface MoversAsked {
  kind: MoverKind;
  from?: string | undefined;
  to?: string | undefined;
  offset: number;
  limit: number;
}

type Page = CallOutput<'list-movers'>;

interface Line extends Omit<Mover, 'before' | 'after' | 'because'> {
  before_score: number | null;
  before_band: string;
  after_score: number | null;
  after_band: string;
}

/** A page of the accounts that move between two models, those that move most first; equal ones in the order of their keys. */
export async function listMovers(book: ComparedBook, asked: MoversAsked): Promise<Page> {
  const { database, rows, options } = book;
  const { text, values } = condition(book, asked);
  const [seen] = await database.rows<{ total: number; revenue: number }>(
    { text: `select cast(count(*) as integer) as total, coalesce(sum(revenue), 0) as revenue from ${rows} where ${text}`, values },
    options,
  );
  const counts = asked.offset === 0 && asked.from === undefined && asked.to === undefined ? await countsOf(book) : null;
  const lines = await database.rows<Line>(
    {
      text: `select account_id as account, account_name as name, owner, segment, revenue, before_score, before_band, after_score, after_band,
          ${change} as change
        from ${rows} where ${text} order by ${largestFirst(book)}, account_id limit ${Math.trunc(asked.limit)} offset ${Math.trunc(asked.offset)}`,
      values,
    },
    options,
  );
  const because = await reasonsOf(
    book,
    lines.map(({ account }) => account),
  );
  return {
    total: seen!.total,
    totalRevenue: seen!.revenue,
    counts,
    movers: lines.map(({ before_score, before_band, after_score, after_band, ...line }) => ({
      ...line,
      before: { score: before_score, band: before_band },
      after: { score: after_score, band: after_band },
      because: because.get(line.account) ?? null,
    })),
  };
}

const change = '(after_score - before_score)';
/** Two sums of the same numbers may differ in the last digits: that is no change, and no order. */
const noChange = 1e-9;

/** Who moves most stands first; where one side has bands only, by how many bands. */
function largestFirst({ baseline, draft }: ComparedBook): string {
  const distance = baseline.hasScores && draft.hasScores ? `round(abs(${change}), 9)` : 'abs(after_rank - before_rank)';
  return `${distance} desc nulls last`;
}

/** How many there are of each kind, in one pass. */
async function countsOf(book: ComparedBook): Promise<NonNullable<Page['counts']>> {
  const { database, rows, segment, options } = book;
  const counted = Object.entries(kindsOf(book)).map(
    ([kind, where]) => `cast(count(*) filter (${where}) as integer) as ${quoteIdentifier(kind)}`,
  );
  const [counts] = await database.rows<NonNullable<Page['counts']>>(
    {
      text: `select ${counted.join(', ')} from ${rows} where ${segment === null ? 'true' : 'segment = $1'}`,
      values: segment === null ? [] : [segment],
    },
    options,
  );
  return counts!;
}

function condition(book: ComparedBook, { kind, from, to }: MoversAsked): Required<Query> {
  const values: string[] = [];
  const equal = (column: string, wanted: string | null | undefined) =>
    wanted === undefined || wanted === null ? [] : [`${column} = $${values.push(wanted)}`];
  const cell = [...equal('before_band', from), ...equal('after_band', to)];
  const moves = kind === 'largest' && cell.length > 0 ? 'true' : kindsOf(book)[kind];
  return { text: [moves, ...cell, ...equal('segment', book.segment)].join(' and '), values };
}

/** What each kind is, as a condition on the rows. */
function kindsOf({ draft }: ComparedBook): Record<MoverKind, string> {
  const best = draft.bands.length - 1;
  return {
    largest: `(abs(${change}) > ${noChange} or crossed)`,
    worse: `(${change} < -${noChange} or (${change} is null and after_rank < before_rank))`,
    better: `(${change} > ${noChange} or (${change} is null and after_rank > before_rank))`,
    'newly-worst': '(after_rank = 0 and before_rank is distinct from 0)',
    'newly-best': `(after_rank = ${best} and before_rank is distinct from ${best})`,
    crossing: 'crossed',
  };
}

/** What moved each of these accounts, by its key. */
async function reasonsOf(
  { database, observations, asOf, baseline, draft, options }: ComparedBook,
  accounts: readonly string[],
): Promise<Map<string, Mover['because']>> {
  const [before, after] = [baseline.model, draft.model];
  if (!before || !after || accounts.length === 0) return new Map();
  const nameOf = (metric: string) => observations.definition.metrics.find(({ id }) => id === metric)?.name ?? metric;
  const observed = await database.rows<Record<string, unknown>>(
    {
      text: `select * from ${quoteIdentifier(observations.table)}
        where as_of = ${dateLiteral(asOf)} and account_id in (select unnest($1::varchar[]))`,
      values: [listValue([...accounts])],
    },
    options,
  );
  const [scoreBefore, scoreAfter] = [observationScorer(before), observationScorer(after)];
  return new Map(
    observed.map((row) => {
      const lookUp = observationValues(observations, row);
      return [String(row.account_id), becauseOf(scoreBefore(lookUp), scoreAfter(lookUp), nameOf)];
    }),
  );
}
