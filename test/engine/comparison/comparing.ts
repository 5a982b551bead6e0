import { type ComparedBook, comparedBook } from '../../../electron/engine/comparison/ComparedBook.ts';
import { bookRows } from '../../../electron/engine/comparison/ObservedRows.ts';
import { pairScores } from '../../../electron/engine/comparison/pairScores.ts';
import type { ResolvedScorer } from '../../../electron/engine/comparison/resolveScorer.ts';
import type { Model } from '../../../shared/model/model.ts';
import { latest, type Row, smallObservations } from './smallStudy.ts';

/** A book of these rows under two models. */
export async function comparing<Value>(
  rows: readonly Row[],
  asked: { baseline: Model | 'tool' | 'rating'; draft: Model | 'tool' | 'rating'; current?: Model; segment?: string },
  use: (book: ComparedBook) => Promise<Value>,
): Promise<Value> {
  const { database, observations } = await smallObservations(rows);
  const scorer = (one: Model | 'tool' | 'rating'): ResolvedScorer => {
    if (typeof one !== 'string') return { kind: 'model', name: one.name, model: one };
    const given = observations.definition.givenScores.find(({ id }) => id === one)!;
    return { kind: 'given', name: given.name, given };
  };
  return pairScores(
    bookRows(database, observations, latest, {}),
    { baseline: scorer(asked.baseline), draft: scorer(asked.draft), current: asked.current },
    (paired) => use(comparedBook({ ...paired, database, observations, asOf: latest, options: {} }, asked.segment)),
  );
}
