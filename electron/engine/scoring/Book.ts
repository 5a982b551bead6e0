import type { Model } from '../../../shared/model/model.ts';
import type { Study } from '../../../shared/model/study.ts';
import type { Database } from '../database/Database.ts';
import { chosenAsOf } from '../observations/chosenAsOf.ts';
import type { ObservationOptions, ObservationTable } from '../observations/ObservationTable.ts';
import { chosenModel } from './chosenModel.ts';
import { ScoredTables } from './ScoredTables.ts';

/** The observations of one as-of date, scored by one model. */
export interface Book {
  database: Database;
  observations: ObservationTable;
  model: Model;
  asOf: string;
  /** Quoted name of the scored table. */
  scored: string;
  options: ObservationOptions;
}

/** Where books come from: an open study and its analysis database. */
export interface BookSource {
  study: Pick<Study, 'models' | 'currentModel'>;
  database: Database;
  observations(options: ObservationOptions): Promise<ObservationTable>;
}

/**
 * Scores the book that is asked for (default: the current model, the latest date) and keeps it while `use` runs.
 * @throws Failure `model-unknown`, `model-missing`, `model-invalid`, `metric-unknown`, `as-of-unknown`, `definition-incomplete`, `cancelled`
 */
export async function withBook<Value>(
  source: BookSource,
  asked: { model?: string | Model | undefined; asOf?: string | undefined },
  options: ObservationOptions,
  use: (book: Book) => Promise<Value>,
): Promise<Value> {
  const model = chosenModel(source.study, asked.model);
  const observations = await source.observations({ ...options, asOf: asked.asOf ?? 'latest' });
  const asOf = chosenAsOf(observations, asked.asOf);
  const report = (share: number) => options.onStep?.(share, `Scoring ${asOf}`);
  report(0);
  return ScoredTables.of(source.database).use(observations, model, asOf, { ...options, onShare: report }, (scored) =>
    use({ database: source.database, observations, model, asOf, scored, options }),
  );
}
