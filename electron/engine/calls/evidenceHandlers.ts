import type { evidenceCalls } from '../../../shared/contract/evidenceCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Handlers } from '../CallContext.ts';
import { describeProof } from '../evidence/describeProof.ts';
import { listWrong } from '../evidence/listWrong.ts';
import { measureOutcomes } from '../evidence/measureOutcomes.ts';
import { measureScore } from '../evidence/measureScore.ts';
import { measureSlices } from '../evidence/measureSlices.ts';

const coming = async (): Promise<never> => {
  throw new Failure('unexpected', { message: 'this call is being built' });
};

export const evidenceHandlers: Pick<Handlers, keyof typeof evidenceCalls> = {
  'describe-proof': (_, context) => describeProof(context),
  'measure-metrics': coming,
  'measure-metric': coming,
  'measure-score': measureScore,
  'measure-slices': measureSlices,
  'measure-outcomes': measureOutcomes,
  'list-wrong': listWrong,
};
