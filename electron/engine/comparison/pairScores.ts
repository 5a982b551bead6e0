import { matchBands } from '../../../shared/comparison/matchBands.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Band, Model } from '../../../shared/model/model.ts';
import { withheldBand } from '../../../shared/scoring/bandOf.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import { bandNotes } from './bandNotes.ts';
import { givenNotes } from './givenNotes.ts';
import { givenRows } from './givenRows.ts';
import { modelOf } from './modelOf.ts';
import type { ObservedRows } from './ObservedRows.ts';
import type { ResolvedScorer } from './resolveScorer.ts';

/** One of the two models held against each other. */
export interface Side {
  scorer: ResolvedScorer;
  /** From worst to best: its own, or, of a given score, the frame's. */
  bands: readonly Band[];
  /** What its bands are cut by; null for a given score. */
  model: Model | null;
  /** False for given bands, which have no scores. */
  hasScores: boolean;
}

/** Observations scored twice. */
export interface PairedScores {
  /** The model whose segments stand in `rows`, and whose bands a given score is read by: the draft's, else the baseline's. */
  frame: Model;
  baseline: Side;
  draft: Side;
  /**
   * SQL of the rows: account_id, account_name, owner, revenue, segment (of the frame),
   * before_score, before_band, before_rank, after_score, after_band, after_rank, `crossed`. A rank is the index of the draft's band that the
   * band is or corresponds to: null where it is withheld or has no counterpart.
   */
  rows: string;
  /** Sentences: what cannot be compared. */
  notes: string[];
}

/**
 * Scores the same observations by two models and keeps the tables while `use` runs.
 * @param current the model whose bands two given scores are read by
 * @throws Failure `model-missing`, `model-invalid`, `metric-unknown`, `expression-invalid`, `cancelled`
 */
export async function pairScores<Value>(
  observed: ObservedRows,
  asked: { baseline: ResolvedScorer; draft: ResolvedScorer; current: Model | undefined },
  use: (paired: PairedScores) => Promise<Value>,
): Promise<Value> {
  const frame = modelOf(asked.draft) ?? modelOf(asked.baseline) ?? asked.current;
  if (!frame) throw new Failure('model-missing');
  const [baseline, draft] = [sideOf(asked.baseline, frame), sideOf(asked.draft, frame)];
  return observed.scored(frame, (frameTable) =>
    withTable(observed, baseline, frame, frameTable, (before) =>
      withTable(observed, draft, frame, frameTable, async (after) =>
        use({
          ...{ frame, baseline, draft },
          rows: pairedSql(observed, { frameTable, before, after }, baseline.bands, draft.bands),
          notes: [
            ...bandNotes(baseline.bands, draft.bands),
            ...(await givenNotes(observed, asked.baseline, frame)),
            ...(await givenNotes(observed, asked.draft, frame)),
          ],
        }),
      ),
    ),
  );
}

function sideOf(scorer: ResolvedScorer, frame: Model): Side {
  const model = modelOf(scorer);
  return { scorer, model, bands: (model ?? frame).bands, hasScores: scorer.kind !== 'given' || scorer.given.kind === 'score' };
}

/** The relation with a side's score and band: a scored table (that of the frame, where it is the same), or what was given. */
function withTable<Value>(
  observed: ObservedRows,
  { scorer }: Side,
  frame: Model,
  frameTable: string,
  use: (relation: string) => Promise<Value>,
): Promise<Value> {
  if (scorer.kind === 'given') return use(givenRows(observed, scorer.given, frame, frameTable));
  return observed.scored(scorer.model, use);
}

function pairedSql(
  { keys }: ObservedRows,
  { frameTable, before, after }: { frameTable: string; before: string; after: string },
  baseline: readonly Band[],
  draft: readonly Band[],
): string {
  // A table joined to itself is read twice for nothing.
  const alias = (relation: string, own: string) => (relation === frameTable ? 'f' : own);
  const join = (relation: string, own: string) => (relation === frameTable ? '' : `join ${relation} ${own} using (${keys.join(', ')})`);
  const [b, a] = [alias(before, 'b'), alias(after, 'a')];
  const counterparts = matchBands(baseline, draft);
  const before_rank = rankSql('before_band', baseline, counterparts);
  const after_rank = rankSql('after_band', draft, [...draft.keys()]);
  const paired = `select ${['account_id', 'account_name', 'owner', 'revenue', 'segment'].map((name) => `f.${name}`).join(', ')},
      ${b}.score as before_score, ${b}.band as before_band, ${a}.score as after_score, ${a}.band as after_band
    from ${frameTable} f ${join(before, 'b')} ${join(after, 'a')}`;
  const withheld = quoteText(withheldBand);
  return `(select *, ${before_rank} as before_rank, ${after_rank} as after_rank,
      ((before_band = ${withheld}) <> (after_band = ${withheld})
        or (before_band <> ${withheld} and ${before_rank} is distinct from ${after_rank})) as crossed
    from (${paired}))`;
}

function rankSql(column: string, bands: readonly Band[], ranks: readonly (number | null)[]): string {
  const branches = bands.map(({ id }, index) => `when ${quoteText(id)} then ${ranks[index] ?? 'null'}`);
  return `(case ${column} ${branches.join(' ')} end)`;
}
