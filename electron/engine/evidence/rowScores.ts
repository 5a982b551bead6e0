import type { ScorerName } from '../../../shared/contract/scorer.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { baseSegment, baseSegmentName } from '../../../shared/scoring/bandOf.ts';
import { givenRows } from '../comparison/givenRows.ts';
import { proofRows } from '../comparison/ObservedRows.ts';
import type { ResolvedScorer } from '../comparison/resolveScorer.ts';
import type { RunOptions } from '../database/Database.ts';
import { numberColumns } from '../database/numberColumns.ts';
import { ScoredTables } from '../scoring/ScoredTables.ts';
import { fingerprintOf } from '../study/fingerprintOf.ts';
import type { EvidenceRows } from './EvidenceRows.ts';
import { placeSql } from './placeSql.ts';

/** What a scorer says of every row. */
export interface RowScores {
  name: ScorerName;
  /** Whose bands, cuts and segments these are: of a given score, the model it is read by. */
  frame: Model;
  /** From worst to best, with their edges in the base model. */
  bands: { id: string; name: string; from: number | null; to: number | null }[];
  /** NaN where withheld. Of a scorer that gives bands only the place of the band, which ranks as well as it can. */
  scores: Float64Array;
  bandsOnly: boolean;
  /** Place in `bands`; `bands.length` = withheld. */
  band: Uint8Array;
  /** Place in `segments`. */
  segment: Uint16Array;
  /** In order of precedence, the base last. */
  segments: { id: string; name: string }[];
}

/**
 * Scores every row by a model, with exactly the query that scores the book, or reads the given score by the bands of `frame`.
 * @throws Failure `model-missing`, `given-score-undated`, `model-invalid`, `metric-unknown`, `name-unknown`, `expression-invalid`, `cancelled`
 */
export async function rowScores(rows: EvidenceRows, scorer: ResolvedScorer, frame: Model | null, options: RunOptions): Promise<RowScores> {
  const model = scorer.kind === 'given' ? frame : scorer.model;
  if (!model) throw new Failure('model-missing');
  if (scorer.kind === 'given') checkDated(rows, scorer.given);
  const bandsOnly = scorer.kind === 'given' && scorer.given.kind === 'band';
  const bands = model.bands.map(({ id, name }, index) => ({
    ...{ id, name },
    from: bandsOnly ? null : (model.cuts[index - 1] ?? null),
    to: bandsOnly ? null : (model.cuts[index] ?? null),
  }));
  const segments = [...model.segments.map(({ id, name }) => ({ id, name })), { id: baseSegment, name: baseSegmentName(model) }];
  const key = `scores ${fingerprintOf([model, scorer.kind === 'given' ? scorer.given : null])}`;
  const observed = proofRows(rows.database, rows.proof, rows.part, options);
  const [scores, band, segment] = await rows.kept.keep(key, 3 * rows.count, () =>
    observed.scored(model, (scored) => {
      const read =
        scorer.kind === 'given'
          ? givenRows(observed, scorer.given, model, scored)
          : `(select account_id, as_of, score, band from ${scored})`;
      const from = `${read} r join (select account_id, as_of, segment from ${scored}) s using (account_id, as_of)`;
      const columns = [
        bandsOnly ? `nullif(${placeSql('band', bands)}, ${bands.length})` : 'score',
        placeSql('band', bands),
        placeSql('segment', segments),
      ];
      return numberColumns(rows.database, { from, orderBy: rows.source.orderBy }, columns, options);
    }),
  );
  return {
    ...{ name: { name: scorer.name, kind: scorer.kind }, frame: model, bands, scores: scores!, bandsOnly, segments },
    band: Uint8Array.from(band!),
    segment: Uint16Array.from(segment!),
  };
}

/** Only the scores of a model, which are not kept: a fit looks at many models once. NaN = withheld. */
export function scoresOfModel(rows: EvidenceRows, model: Model, options: RunOptions): Promise<Float64Array> {
  return ScoredTables.of(rows.database).useProof(rows.proof, rows.part, model, options, async (scored) => {
    const [scores] = await numberColumns(rows.database, { from: scored, orderBy: rows.source.orderBy }, ['score'], options);
    return scores!;
  });
}

function checkDated({ proof }: EvidenceRows, given: { name: string; date?: string | undefined; source: string }): void {
  const reading = proof.observations.definition.readings.find(({ source }) => source === given.source);
  if (given.date === undefined && reading?.shape.kind === 'snapshot') throw new Failure('given-score-undated', { given: given.name });
}
