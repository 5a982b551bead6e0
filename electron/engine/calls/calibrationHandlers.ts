import type { calibrationCalls } from '../../../shared/contract/calibrationCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';

const coming = async (): Promise<never> => {
  throw new Failure('unexpected', { message: 'this call is being built' });
};

export const calibrationHandlers: Pick<Handlers, keyof typeof calibrationCalls> = {
  'suggest-weights': coming,
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
