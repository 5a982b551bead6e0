import type { studyCalls } from '../../../shared/contract/studyCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';

export const studyHandlers: Pick<Handlers, keyof typeof studyCalls> = {
  'list-studies': async () => {
    throw new Failure('unexpected', { message: 'list-studies is not built yet' });
  },
  'create-study': async () => {
    throw new Failure('unexpected', { message: 'create-study is not built yet' });
  },
  'open-study': async () => {
    throw new Failure('unexpected', { message: 'open-study is not built yet' });
  },
  'open-sample': async () => {
    throw new Failure('unexpected', { message: 'open-sample is not built yet' });
  },
  'read-study': async () => {
    throw new Failure('unexpected', { message: 'read-study is not built yet' });
  },
  'close-study': async () => {
    throw new Failure('unexpected', { message: 'close-study is not built yet' });
  },
  'duplicate-study': async () => {
    throw new Failure('unexpected', { message: 'duplicate-study is not built yet' });
  },
  'move-study': async () => {
    throw new Failure('unexpected', { message: 'move-study is not built yet' });
  },
  'save-study': async () => {
    throw new Failure('unexpected', { message: 'save-study is not built yet' });
  },
  'define-study': async () => {
    throw new Failure('unexpected', { message: 'define-study is not built yet' });
  },
};
