import type { comparisonCalls } from '../../../shared/contract/comparisonCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';

const coming = async (): Promise<never> => {
  throw new Failure('unexpected', { message: 'this call is being built' });
};

export const comparisonHandlers: Pick<Handlers, keyof typeof comparisonCalls> = {
  'save-version': coming,
  'list-versions': coming,
  'read-version': coming,
  'compare-models': coming,
  'compare-evidence': coming,
  'list-movers': coming,
  'count-near-edges': coming,
  'reach-band': coming,
};
