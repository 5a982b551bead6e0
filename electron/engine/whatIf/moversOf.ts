import { bandNamed } from '../../../shared/comparison/matchBands.ts';
import type { Mover } from '../../../shared/contract/mover.ts';
import type { Model } from '../../../shared/model/model.ts';
import { bandOf, baseSegment, withheldBand } from '../../../shared/scoring/bandOf.ts';
import { type LookUp, observationScorer, type ScoredObservation } from '../../../shared/scoring/scoreObservation.ts';
import { becauseOf } from '../comparison/becauseOf.ts';
import { givenColumn } from '../comparison/givenRows.ts';
import type { ResolvedScorer } from '../comparison/resolveScorer.ts';
import type { RunOptions } from '../database/Database.ts';
import { observationValues } from '../scoring/observationColumns.ts';
import type { ControlInHand } from './ControlInHand.ts';

/** The accounts in some places of the rows in hand as movers to a model, by the reference scorer, most first. */
export async function moversOf(
  { observations, baseline, book }: ControlInHand,
  model: Model,
  places: readonly number[],
  options: RunOptions,
): Promise<Mover[]> {
  const rows = await book.rows.rowsAt(places, options);
  const nameOf = (metric: string) => observations.definition.metrics.find(({ id }) => id === metric)?.name ?? metric;
  const score = observationScorer(model);
  const wasOf = scorerBefore(baseline);
  const movers = rows.map((row): Mover => {
    const lookUp = observationValues(observations, row);
    const scored = score(lookUp);
    const now = { score: scored.score, band: bandId(scored) };
    const was = wasOf(lookUp, scored.model, row);
    const [before, reason] = 'nodes' in was ? [{ score: was.score, band: bandId(was) }, becauseOf(was, scored, nameOf)] : [was, null];
    return {
      account: String(row.account_id),
      name: textOrNull(row.account_name),
      owner: textOrNull(row.owner),
      segment: scored.segment?.id ?? baseSegment,
      revenue: typeof row.revenue === 'number' ? row.revenue : null,
      before,
      after: now,
      change: before.score === null || now.score === null ? null : now.score - before.score,
      because: reason,
    };
  });
  return movers.sort((one, other) => sizeOf(other) - sizeOf(one) || (one.account < other.account ? -1 : 1));
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
const sizeOf = ({ change }: Mover) => Math.abs(change ?? -0) - (change === null ? 1 : 0);

function bandId({ band, model }: ScoredObservation): string {
  return band === null ? withheldBand : model.bands[band]!.id;
}

/** What the baseline says of an account; a given score is read by the bands of its segment in the draft. */
function scorerBefore(
  baseline: ResolvedScorer,
): (lookUp: LookUp, draft: Model, row: Record<string, unknown>) => ScoredObservation | Mover['before'] {
  if (baseline.kind !== 'given') return observationScorer(baseline.model);
  return (_, { bands, cuts }, row) => {
    const value = row[givenColumn(baseline.given)];
    const index = typeof value === 'number' ? bandOf(cuts, value) : bandNamed(bands, String(value ?? ''));
    return { score: typeof value === 'number' ? value : null, band: index === null ? withheldBand : bands[index]!.id };
  };
}
