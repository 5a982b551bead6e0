import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { givenRows } from '../comparison/givenRows.ts';
import { bookRows } from '../comparison/ObservedRows.ts';
import type { ResolvedScorer } from '../comparison/resolveScorer.ts';
import type { OrderedRows } from '../database/numberColumns.ts';
import { chosenAsOf } from '../observations/chosenAsOf.ts';
import type { Evidence } from './Evidence.ts';
import { placeSql } from './placeSql.ts';

/** One as-of date scored by any scorer. */
export interface ScoredBook {
  asOf: string;
  /** Whose bands these are. */
  frame: Model;
  /** Rows with account_id, account_name, revenue, band and `number`: the score, or the place of the band where there are bands only. */
  rows: OrderedRows;
}

/** Scores the book of a date (default: the latest) and keeps it while `use` runs. @throws Failure `model-missing`, `as-of-unknown` and those of scoring */
export async function withScoredBook<Value>(
  { proof, rows: { database }, options }: Evidence,
  scorer: ResolvedScorer,
  frame: Model | null,
  asked: string | undefined,
  use: (book: ScoredBook) => Promise<Value>,
): Promise<Value> {
  const { observations } = proof;
  const asOf = chosenAsOf(observations, asked);
  const model = scorer.kind === 'given' ? frame : scorer.model;
  if (!model) throw new Failure('model-missing');
  const book = bookRows(database, observations, asOf, options);
  return book.scored(model, (scored) => {
    if (scorer.kind !== 'given')
      return use({ asOf, frame: model, rows: { from: `(select *, score as number from ${scored})`, orderBy: 'account_id' } });
    const number = scorer.given.kind === 'band' ? `nullif(${placeSql('g.band', model.bands)}, ${model.bands.length})` : 'g.score';
    const given = givenRows(book, scorer.given, model, scored);
    const from = `(select s.account_id, s.account_name, s.revenue, g.band, ${number} as number from ${scored} s join ${given} g using (account_id))`;
    return use({ asOf, frame: model, rows: { from, orderBy: 'account_id' } });
  });
}
