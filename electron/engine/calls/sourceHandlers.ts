import type { sourceCalls } from '../../../shared/contract/sourceCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';

export const sourceHandlers: Pick<Handlers, keyof typeof sourceCalls> = {
  'inspect-file': async () => {
    throw new Failure('unexpected', { message: 'inspect-file is not built yet' });
  },
  'import-source': async () => {
    throw new Failure('unexpected', { message: 'import-source is not built yet' });
  },
  'list-rejects': async () => {
    throw new Failure('unexpected', { message: 'list-rejects is not built yet' });
  },
  'profile-source': async () => {
    throw new Failure('unexpected', { message: 'profile-source is not built yet' });
  },
  'list-rows': async () => {
    throw new Failure('unexpected', { message: 'list-rows is not built yet' });
  },
  'remove-source': async () => {
    throw new Failure('unexpected', { message: 'remove-source is not built yet' });
  },
  'restore-source': async () => {
    throw new Failure('unexpected', { message: 'restore-source is not built yet' });
  },
  'export-rejects': async () => {
    throw new Failure('unexpected', { message: 'export-rejects is not built yet' });
  },
};
