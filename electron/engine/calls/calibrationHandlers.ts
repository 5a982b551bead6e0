import type { calibrationCalls } from '../../../shared/contract/calibrationCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';
import { makeRun } from '../evidence/runs/makeRun.ts';
import { suggestWeights } from '../evidence/runs/suggestWeights.ts';

const coming = async (): Promise<never> => {
  throw new Failure('unexpected', { message: 'this call is being built' });
};

export const calibrationHandlers: Pick<Handlers, keyof typeof calibrationCalls> = {
  'suggest-weights': (input, context) => makeRun('suggest-weights', suggestWeights, input, context),
  'suggest-thresholds': coming,
  'suggest-curve': coming,
  'estimate-probability': coming,
  'run-challenger': coming,
  'confirm-version': coming,
  'list-runs': coming,
  'repeat-run': coming,
  'write-evidence': coming,
  'export-model': coming,
};
