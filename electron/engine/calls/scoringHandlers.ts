import type { scoringCalls } from '../../../shared/contract/scoringCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';

export const scoringHandlers: Pick<Handlers, keyof typeof scoringCalls> = {
  'score-book': async () => {
    throw new Failure('unexpected', { message: 'score-book is not built yet' });
  },
  'list-accounts': async () => {
    throw new Failure('unexpected', { message: 'list-accounts is not built yet' });
  },
  'explain-account': async () => {
    throw new Failure('unexpected', { message: 'explain-account is not built yet' });
  },
  'freeze-references': async () => {
    throw new Failure('unexpected', { message: 'freeze-references is not built yet' });
  },
  'export-scores': async () => {
    throw new Failure('unexpected', { message: 'export-scores is not built yet' });
  },
  'list-templates': async () => {
    throw new Failure('unexpected', { message: 'list-templates is not built yet' });
  },
};
