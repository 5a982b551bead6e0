import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pace } from '../../../../shared/calibration/Pacer.ts';
import type { CallOutput, CallPartial, HandlerInput } from '../../../../shared/contract/contract.ts';
import type { Scorer } from '../../../../shared/contract/scorer.ts';
import type { Model } from '../../../../shared/model/model.ts';
import type { CallContext } from '../../CallContext.ts';
import { resolveScorer } from '../../comparison/resolveScorer.ts';
import { readOpenings, recordOpening } from '../../proof/openings.ts';
import { chosenModel } from '../../scoring/chosenModel.ts';
import type { StudyStore } from '../../study/StudyStore.ts';
import { type Evidence, evidenceOf, rowsOf } from '../Evidence.ts';
import type { EvidenceRows } from '../EvidenceRows.ts';
import { methods, type RecordedCall, runId, saveRun } from './RunRecord.ts';

/** What a run works with besides its input. */
export interface RunContext<Name extends RecordedCall = RecordedCall> {
  evidence: Evidence;
  pace: Pace;
  /** Tells what is ready before the numbers are whole. */
  tell: (partial: CallPartial<Name>) => void;
  /** Opens the confirmation set, which is counted; `opening`: for the how many-eth time. @param version what it is opened for */
  openConfirmation: (version: string) => Promise<{ rows: EvidenceRows; opening: number }>;
}

/** The numbers of a run; its id and what it rests on are added. `takes`: what of the study the input names, besides the outcome. */
export interface Run<Name extends RecordedCall> {
  takes: 'model' | 'scorer' | 'nothing';
  make(input: HandlerInput<Name>, context: RunContext<Name>): Promise<Omit<CallOutput<Name>, 'run' | 'basis'>>;
}

/** Makes a run on the proof set and leaves its record in the study. `again`: a recorded run is repeated, and leaves none. */
export async function makeRun<Name extends RecordedCall>(
  call: Name,
  { takes, make }: Run<Name>,
  asked: HandlerInput<Name>,
  context: CallContext,
  again = false,
): Promise<CallOutput<Name>> {
  const { store } = context.session;
  const evidence = await evidenceOf(context, asked);
  const { dataFingerprint, seed, outcome } = evidence.basis;
  const { confirmationKey } = evidence.proof;
  const input = { ...asked, outcome: outcome.id, ...(await pinned(store, takes, asked)) };
  const run = runId({ call, methods, input, dataFingerprint });
  const numbers = await make(input, {
    evidence,
    pace: paceOf(context),
    tell: again ? () => {} : context.onPartial,
    openConfirmation: async (version) => {
      const opening = await recordOpening(store, { version, run, set: confirmationKey, outcome: outcome.id, dataFingerprint });
      return { rows: await rowsOf(evidence, 'confirmation'), opening };
    },
  });
  const set = evidence.proof.summary((await readOpenings(store, confirmationKey)).length);
  const output = { run, basis: { ...evidence.basis, set }, ...numbers };
  const at = new Date().toISOString();
  if (!again) await saveRun(store, { run, call, methods, at, outcome: outcome.id, dataFingerprint, seed, input, output });
  return output as unknown as CallOutput<Name>;
}

/**
 * Whole models in place of their ids, or of the current one, so that the input means the same after the study has changed. Versions never change.
 * @throws Failure `model-unknown`, `model-missing`, `scenario-unknown`, `given-score-unknown`
 */
async function pinned(
  store: StudyStore,
  takes: Run<RecordedCall>['takes'],
  asked: object,
): Promise<{ model?: Model; scorer?: Scorer; against?: Scorer }> {
  const { model, scorer, against } = asked as { model?: string | Model; scorer?: Scorer; against?: Scorer };
  if (takes === 'model') return { model: chosenModel(store.study, model) };
  if (takes === 'scorer') return { scorer: await pinnedScorer(store, scorer ?? { model: chosenModel(store.study, undefined) }) };
  return against ? { against: await pinnedScorer(store, against) } : {};
}

async function pinnedScorer(store: StudyStore, scorer: Scorer): Promise<Scorer> {
  if ('version' in scorer) return scorer;
  const found = await resolveScorer(store, scorer);
  return found.kind === 'given' ? scorer : { model: { ...found.model, name: found.name } };
}

function paceOf({ signal, onProgress }: CallContext): Pace {
  return { signal, onShare: (share) => onProgress({ share, step: 'Fitting' }), pause: () => nextTurn() };
}
