import { bandNamed, matchBands } from '../../../shared/comparison/matchBands.ts';
import type { ColumnOf } from '../../../shared/expression/ColumnOf.ts';
import type { Band, Model } from '../../../shared/model/model.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { bandRows } from '../../../shared/whatIf/bandRows.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import { scoreColumns } from '../../../shared/whatIf/scoreColumns.ts';
import { givenColumn } from '../comparison/givenRows.ts';
import type { ResolvedScorer } from '../comparison/resolveScorer.ts';
import type { RunOptions } from '../database/Database.ts';
import { categories } from './metricValues.ts';
import { modelColumns } from './modelColumns.ts';
import type { RowColumn, RowSet } from './RowSet.ts';

/** What a baseline says of rows. */
export interface BeforeRows {
  /** The model that bands the scores: the baseline, or the draft for a given score. */
  model: Model;
  columns: ModelColumns;
  /** Before caps; NaN where withheld. Null for given bands. */
  scores: Float32Array | null;
  /** Index of each row's band; the number of bands where it is withheld. */
  bands: Uint16Array;
  /** For each band, and withheld last, the draft's band that it is or corresponds to; null for none. */
  ranks: (number | null)[];
}

/** The rows under the baseline; a given score is read by the bands of the draft. */
export async function beforeRows(
  rows: RowSet,
  baseline: ResolvedScorer,
  draft: { model: Model; columns: ModelColumns },
  columnOf: ColumnOf,
  options: RunOptions,
): Promise<BeforeRows> {
  if (baseline.kind !== 'given') {
    const { model } = baseline;
    const columns = await modelColumns(rows, model, columnOf, options);
    const scores = scoreColumns(model, columns);
    return { model, columns, scores, bands: bandRows(model, columns, scores), ranks: ranksOf(model.bands, draft.model.bands) };
  }
  const model: Model = { ...draft.model, caps: [] };
  const columns: ModelColumns = { ...draft.columns, scoreCeiling: null, bandCeiling: null };
  const ranks = ranksOf(model.bands, model.bands);
  const given = quoteIdentifier(givenColumn(baseline.given));
  if (baseline.given.kind === 'score') {
    const column: RowColumn<'real'> = { type: 'real', sql: given };
    await rows.read([column], options);
    const scores = rows.column(column);
    return { model, columns, scores, bands: bandRows(model, columns, scores), ranks };
  }
  const { codes, names } = await categories(rows, given, options);
  const bandAt = [...names.map((name) => bandNamed(model.bands, name) ?? model.bands.length), model.bands.length];
  return { model, columns, scores: null, bands: Uint16Array.from(codes, (code) => bandAt[code]!), ranks };
}

/** A given score (not a band) is read by the draft's bands, wherever their edges stand. */
export function isGivenScore(baseline: ResolvedScorer): boolean {
  return baseline.kind === 'given' && baseline.given.kind === 'score';
}

function ranksOf(from: readonly Band[], to: readonly Band[]): (number | null)[] {
  return [...matchBands(from, to), null];
}
