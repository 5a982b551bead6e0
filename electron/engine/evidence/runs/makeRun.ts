import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pace } from '../../../../shared/calibration/Pacer.ts';
import type { CallOutput, HandlerInput } from '../../../../shared/contract/contract.ts';
import type { Scorer } from '../../../../shared/contract/scorer.ts';
import type { Model } from '../../../../shared/model/model.ts';
import type { CallContext } from '../../CallContext.ts';
import { readOpenings, recordOpening } from '../../proof/openings.ts';
import { chosenModel } from '../../scoring/chosenModel.ts';
import { fingerprintOf } from '../../study/fingerprintOf.ts';
import type { StudyStore } from '../../study/StudyStore.ts';
import { type Evidence, evidenceOf, rowsOf } from '../Evidence.ts';
import type { EvidenceRows } from '../EvidenceRows.ts';
import { type RecordedCall, saveRun } from './RunRecord.ts';

/** What a run works with besides its input. */
export interface RunContext {
  evidence: Evidence;
  pace: Pace;
  /** Opens the confirmation set, which is counted. @param version what it is opened for */
  openConfirmation: (version: string) => Promise<EvidenceRows>;
}

/** The numbers of a run; its id and what it rests on are added. `takes`: what of the study the input names, besides the outcome. */
export interface Run<Name extends RecordedCall> {
  takes: 'model' | 'scorer' | 'nothing';
  make(input: HandlerInput<Name>, context: RunContext): Promise<Omit<CallOutput<Name>, 'run' | 'basis'>>;
}

/** Makes a run on the proof set and leaves its record in the study. `again`: a recorded run is repeated, nothing is written or counted. */
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
  const input = { ...asked, outcome: outcome.id, ...pinned(store, takes, asked) };
  const run = fingerprintOf({ call, input, dataFingerprint });
  const numbers = await make(input, {
    evidence,
    pace: paceOf(context),
    openConfirmation: async (version) => {
      if (!again) await recordOpening(store, { version, outcome: outcome.id });
      return rowsOf(evidence, 'confirmation');
    },
  });
  const set = evidence.proof.summary((await readOpenings(store, outcome.id)).length);
  const output = { run, basis: { ...evidence.basis, set }, ...numbers };
  if (!again) await saveRun(store, { run, call, at: new Date().toISOString(), outcome: outcome.id, dataFingerprint, seed, input, output });
  return output as unknown as CallOutput<Name>;
}

/**
 * The whole model in place of its id, or of the current one, so that the input means the same after the study has changed. Versions never change.
 * @throws Failure `model-unknown`, `model-missing`
 */
function pinned({ study }: StudyStore, takes: Run<RecordedCall>['takes'], asked: object): { model?: Model; scorer?: Scorer } {
  const { model, scorer } = asked as { model?: string | Model; scorer?: Scorer };
  if (takes === 'model') return { model: chosenModel(study, model) };
  if (takes === 'nothing' || (scorer && !('model' in scorer))) return {};
  return { scorer: { model: chosenModel(study, scorer?.model) } };
}

function paceOf({ signal, onProgress }: CallContext): Pace {
  return { signal, onShare: (share) => onProgress({ share, step: 'Fitting' }), pause: () => nextTurn() };
}
