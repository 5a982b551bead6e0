import type { Scorer } from '../../../shared/contract/scorer.ts';
import { Failure } from '../../../shared/failure.ts';
import { baseSegment, baseSegmentName } from '../../../shared/scoring/bandOf.ts';
import type { CallContext } from '../CallContext.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { chosenAsOf } from '../observations/chosenAsOf.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { bookRows } from './ObservedRows.ts';
import { type PairedScores, pairScores } from './pairScores.ts';
import { resolveScorer } from './resolveScorer.ts';

/** The book of one as-of date under two models. */
export interface ComparedBook extends PairedScores {
  database: Database;
  observations: ObservationTable;
  asOf: string;
  /** Segments of the frame, the rest last. */
  segments: { id: string; name: string }[];
  /** The one the book is limited to; null: all of it. */
  segment: string | null;
  options: RunOptions;
}

/** What is compared, and where. */
export interface ComparedInput {
  baseline: Scorer;
  draft: Scorer;
  asOf?: string | undefined;
  segment?: string | undefined;
}

/**
 * Scores a book by both models and keeps it while `use` runs.
 * @throws Failure `segment-unknown`, `as-of-unknown`, and those of `resolveScorer` and `pairScores`
 */
export async function withComparedBook<Value>(
  asked: ComparedInput,
  { session: { store, analysis }, signal, onProgress }: CallContext,
  use: (book: ComparedBook) => Promise<Value>,
): Promise<Value> {
  const onStep = (share: number | null, step: string) => onProgress({ share, step });
  const [baseline, draft] = [await resolveScorer(store, asked.baseline), await resolveScorer(store, asked.draft)];
  const observations = await analysis.observations({ signal, onStep, asOf: asked.asOf ?? 'latest' });
  const asOf = chosenAsOf(observations, asked.asOf);
  const { models, currentModel } = store.study;
  onStep(null, `Scoring ${asOf} by both models`);
  const { database } = analysis;
  const options = { signal };
  return pairScores(
    bookRows(database, observations, asOf, options),
    { baseline, draft, current: models.find(({ id }) => id === currentModel) },
    (paired) => use(comparedBook({ ...paired, database, observations, asOf, options }, asked.segment)),
  );
}

/** Names the segments and checks the slice. @throws Failure `segment-unknown` */
export function comparedBook(book: Omit<ComparedBook, 'segments' | 'segment'>, segment: string | undefined): ComparedBook {
  const { frame } = book;
  const segments = [...frame.segments.map(({ id, name }) => ({ id, name })), { id: baseSegment, name: baseSegmentName(frame) }];
  if (segment !== undefined && !segments.some(({ id }) => id === segment))
    throw new Failure('segment-unknown', { segment, known: segments.map(({ id }) => id).join(', ') });
  return { ...book, segments, segment: segment ?? null };
}
