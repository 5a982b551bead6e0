import type { observationCalls } from '../../../shared/contract/observationCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';

export const observationHandlers: Pick<Handlers, keyof typeof observationCalls> = {
  'propose-definition': async () => {
    throw new Failure('unexpected', { message: 'propose-definition is not built yet' });
  },
  'report-study': async () => {
    throw new Failure('unexpected', { message: 'report-study is not built yet' });
  },
  'summarise-observations': async () => {
    throw new Failure('unexpected', { message: 'summarise-observations is not built yet' });
  },
  'profile-metric': async () => {
    throw new Failure('unexpected', { message: 'profile-metric is not built yet' });
  },
  'trace-metric': async () => {
    throw new Failure('unexpected', { message: 'trace-metric is not built yet' });
  },
  'export-observations': async () => {
    throw new Failure('unexpected', { message: 'export-observations is not built yet' });
  },
};
