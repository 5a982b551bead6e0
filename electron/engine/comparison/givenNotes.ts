import { bandNamed } from '../../../shared/comparison/matchBands.ts';
import type { GivenScore } from '../../../shared/model/definition.ts';
import type { Model } from '../../../shared/model/model.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { givenColumn } from './givenRows.ts';
import type { ObservedRows } from './ObservedRows.ts';
import type { ResolvedScorer } from './resolveScorer.ts';

const mostWords = 5;

/** What an analyst has to know before reading numbers of a given score: sentences; none for a model. */
export async function givenNotes(observed: ObservedRows, scorer: ResolvedScorer, frame: Model): Promise<string[]> {
  if (scorer.kind !== 'given') return [];
  const { given } = scorer;
  const known = await knownValues(observed, given);
  if (known === 0) return [`${given.name} has no value ${observed.place}: every account counts as withheld.`];
  return given.kind === 'score' ? rangeNotes(observed, given) : wordNotes(observed, given, frame);
}

async function knownValues(observed: ObservedRows, given: GivenScore): Promise<number> {
  const [row] = await ask<{ known: number }>(observed, given, (value) => `cast(count(${value}) as integer) as known`);
  return row!.known;
}

/** A scale other than 0-100 is taken as it is, and looks as if nearly everybody had one band. */
async function rangeNotes(observed: ObservedRows, given: GivenScore): Promise<string[]> {
  const [row] = await ask<{ low: number; high: number }>(observed, given, (value) => `min(${value}) as low, max(${value}) as high`);
  const { low, high } = row!;
  if (low >= 0 && high <= 100 && high > 10) return [];
  return [`${given.name} lies between ${low} and ${high}; distribution and bands read it on a scale of 0-100.`];
}

async function wordNotes(observed: ObservedRows, given: GivenScore, frame: Model): Promise<string[]> {
  const words = await ask<{ word: string; rows: number }>(
    observed,
    given,
    (value) => `${value} as word, cast(count(*) as integer) as rows`,
    (value) => `and ${value} is not null group by 1 order by 2 desc, 1`,
  );
  const strange = words.filter(({ word }) => bandNamed(frame.bands, word) === null);
  if (strange.length === 0) return [];
  const rows = strange.reduce((sum, one) => sum + one.rows, 0);
  const named = strange.slice(0, mostWords).map(({ word }) => `"${word}"`);
  const more = strange.length > mostWords ? ` and ${strange.length - mostWords} more` : '';
  return [
    `${given.name} has ${named.join(', ')}${more}, which no band of ${frame.name} is called: withheld in ${rows} ${rows === 1 ? 'row' : 'rows'}. A band of that name or letter is taken as the same.`,
  ];
}

function ask<Row>(
  { database, observations, condition, options }: ObservedRows,
  given: GivenScore,
  what: (value: string) => string,
  rest: (value: string) => string = () => '',
): Promise<Row[]> {
  const value = quoteIdentifier(givenColumn(given));
  const from = quoteIdentifier(observations.table);
  return database.rows<Row>({ text: `select ${what(value)} from ${from} where ${condition} ${rest(value)}` }, options);
}
