import type { calibrationCalls } from '../../../shared/contract/calibrationCalls.ts';
import type { HandlerInput } from '../../../shared/contract/contract.ts';
import type { Handler, Handlers } from '../CallContext.ts';
import { exportModel } from '../evidence/exportModel.ts';
import { writeEvidence } from '../evidence/page/writeEvidence.ts';
import { describeRuns } from '../evidence/runs/describeRuns.ts';
import { makeRun, type Run } from '../evidence/runs/makeRun.ts';
import type { RecordedCall } from '../evidence/runs/RunRecord.ts';
import { repeatRun } from '../evidence/runs/repeatRun.ts';
import { runs } from '../evidence/runs/runs.ts';

export const calibrationHandlers: Pick<Handlers, keyof typeof calibrationCalls> = {
  'suggest-weights': recorded('suggest-weights'),
  'suggest-thresholds': recorded('suggest-thresholds'),
  'suggest-curve': recorded('suggest-curve'),
  'estimate-probability': recorded('estimate-probability'),
  'run-challenger': recorded('run-challenger'),
  'confirm-version': recorded('confirm-version'),
  'list-runs': (_, context) => describeRuns(context),
  'repeat-run': repeatRun,
  'write-evidence': writeEvidence,
  'export-model': exportModel,
};

/** Makes the run and leaves its record. */
function recorded<Name extends RecordedCall>(call: Name): Handler<Name> {
  const run = runs[call] as unknown as Run<Name>;
  return (input: HandlerInput<Name>, context) => makeRun(call, run, input, context);
}
