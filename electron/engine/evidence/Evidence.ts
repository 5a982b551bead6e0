import type { EvidenceBasis } from '../../../shared/contract/evidenceBasis.ts';
import type { Scorer, ScorerName } from '../../../shared/contract/scorer.ts';
import type { Model } from '../../../shared/model/model.ts';
import { isYesNo } from '../../../shared/model/outcome.ts';
import type { EventsLie, Resampling } from '../../../shared/stats/Sample.ts';
import type { CallContext } from '../CallContext.ts';
import { type ResolvedScorer, resolveScorer } from '../comparison/resolveScorer.ts';
import type { Database } from '../database/Database.ts';
import type { ObservationOptions, ObservationTable } from '../observations/ObservationTable.ts';
import { readOpenings } from '../proof/openings.ts';
import { type ProofPart, type ProofSet, proofSet } from '../proof/proofSet.ts';
import { chosenModel } from '../scoring/chosenModel.ts';
import type { StudyStore } from '../study/StudyStore.ts';
import { basisNotes } from './basisNotes.ts';
import { badSide } from './calibrationRows.ts';
import { type EvidenceRows, evidenceRows } from './EvidenceRows.ts';
import { gateOfRows } from './gateOfRows.ts';
import { outcomeBrief } from './outcomeBrief.ts';
import { type RowScores, rowScores } from './rowScores.ts';
import { Shelf } from './Shelf.ts';
import { treatmentKnownOn } from './treatmentKnownOn.ts';

/** One outcome, the observations that speak of it, and how to ask for more of them. */
export interface Evidence {
  context: CallContext;
  options: ObservationOptions;
  proof: ProofSet;
  /** Of the proof set. */
  rows: EvidenceRows;
  /** As-of dates at which no intervention means that there was none. */
  treatmentKnown: string[];
  basis: EvidenceBasis;
  isYesNo: boolean;
  /** Where a health score is expected to have the events: a bad outcome low, a good one high. */
  eventsLie: EventsLie;
  resampling: Resampling;
}

/** What is asked of every evidence call. */
export interface EvidenceAsked {
  outcome?: string | undefined;
  /** Only for answers that draw at random. */
  seed?: number;
}

/**
 * Observes every as-of date and reads the proof set of an outcome (default: the study's first).
 * @throws Failure `outcome-missing`, `outcome-unknown`, `proof-empty`, `definition-incomplete`, `cancelled`
 */
export async function evidenceOf(context: CallContext, { outcome: asked, seed = 1 }: EvidenceAsked): Promise<Evidence> {
  const { store, analysis } = context.session;
  const options = optionsOf(context);
  const observations = await analysis.observations(options);
  const proof = await keptProofSet(analysis.database, observations, asked, options);
  const treatmentKnown = await treatmentKnownOn(analysis, observations, options);
  const rows = await evidenceRows(analysis.database, proof, 'proof', treatmentKnown, options);
  const { outcome } = proof;
  const set = proof.summary((await readOpenings(store, proof.confirmationKey)).length);
  const brief = outcomeBrief(outcome);
  return {
    ...{ context, options, proof, rows, treatmentKnown },
    basis: {
      outcome: brief,
      set,
      gate: gateOfRows(brief, badSide(brief, rows.outcomes), rows.accounts),
      dataFingerprint: observations.fingerprint,
      seed,
      notes: basisNotes(observations.definition, store.study.sources, set),
    },
    isYesNo: isYesNo(outcome),
    eventsLie: outcome.polarity === 'bad' ? 'low' : 'high',
    resampling: { seed },
  };
}

const proofSets = new WeakMap<Database, Shelf>();
const mostProofSets = 8;

/** The proof set, counted once: the same one is asked for with every number of a screen. */
function keptProofSet(
  database: Database,
  observations: ObservationTable,
  asked: string | undefined,
  options: ObservationOptions,
): Promise<ProofSet> {
  const shelf = proofSets.get(database) ?? new Shelf(mostProofSets);
  proofSets.set(database, shelf);
  return shelf.keep(`${observations.fingerprint} ${asked ?? ''}`, 1, () => proofSet(database, observations, asked, options));
}

/** What a scorer (default: the current model) says of the proof set. @throws Failure as `resolveScorer` and `rowScores` */
export async function scoresOf(evidence: Evidence, scorer: Scorer | undefined, rows = evidence.rows): Promise<RowScores> {
  const { store } = evidence.context.session;
  return rowScores(rows, await chosenScorer(store, scorer), shownModel(store), evidence.options);
}

/** The scorer asked for, or the current model. @throws Failure as `resolveScorer`, `model-missing` */
export async function chosenScorer(store: StudyStore, scorer: Scorer | undefined): Promise<ResolvedScorer> {
  if (scorer) return resolveScorer(store, scorer);
  const model = chosenModel(store.study, undefined);
  return { kind: 'model', name: model.name, model };
}

export async function scorerNameOf(store: StudyStore, scorer: Scorer | undefined): Promise<ScorerName> {
  const { name, kind } = await chosenScorer(store, scorer);
  return { name, kind };
}

/** The rows of the other part of the proof set. For the confirmation set the opening has to be recorded first. */
export function rowsOf({ proof, rows, treatmentKnown, options }: Evidence, part: ProofPart): Promise<EvidenceRows> {
  return evidenceRows(rows.database, proof, part, treatmentKnown, options);
}

/** The model asked for, or the current one; null when the study has none yet. @throws Failure `model-unknown` */
export function modelAsked({ study }: StudyStore, asked: string | Model | undefined): Model | null {
  return asked === undefined && study.currentModel === null ? null : chosenModel(study, asked);
}

/** The model whose bands are shown for scores that come without. */
export function shownModel({ study: { models, currentModel } }: StudyStore): Model | null {
  return models.find(({ id }) => id === currentModel) ?? null;
}

/** How a call passes its cancel and its progress on. */
export function optionsOf({ signal, onProgress }: CallContext): ObservationOptions {
  return { signal, onStep: (share, step) => onProgress({ share, step }) };
}
