import type { whatIfCalls } from '../../../shared/contract/whatIfCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';

const coming = async (): Promise<never> => {
  throw new Failure('unexpected', { message: 'this call is being built' });
};

export const whatIfHandlers: Pick<Handlers, keyof typeof whatIfCalls> = { 'hold-control': coming, 'move-control': coming };
