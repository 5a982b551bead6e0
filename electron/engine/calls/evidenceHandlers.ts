import type { evidenceCalls } from '../../../shared/contract/evidenceCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';

const coming = async (): Promise<never> => {
  throw new Failure('unexpected', { message: 'this call is being built' });
};

export const evidenceHandlers: Pick<Handlers, keyof typeof evidenceCalls> = {
  'describe-proof': coming,
  'measure-metrics': coming,
  'measure-metric': coming,
  'measure-score': coming,
  'measure-slices': coming,
  'measure-outcomes': coming,
  'list-wrong': coming,
};
