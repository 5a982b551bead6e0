import type { evidenceCalls } from '../../../shared/contract/evidenceCalls.ts';
import type { Handlers } from '../CallContext.ts';
import { describeProof } from '../evidence/describeProof.ts';
import { listWrong } from '../evidence/listWrong.ts';
import { measureMetric } from '../evidence/measureMetric.ts';
import { measureMetrics } from '../evidence/measureMetrics.ts';
import { measureOutcomes } from '../evidence/measureOutcomes.ts';
import { measureScore } from '../evidence/measureScore.ts';
import { measureSlices } from '../evidence/measureSlices.ts';

export const evidenceHandlers: Pick<Handlers, keyof typeof evidenceCalls> = {
  'describe-proof': (_, context) => describeProof(context),
  'measure-metrics': measureMetrics,
  'measure-metric': measureMetric,
  'measure-score': measureScore,
  'measure-slices': measureSlices,
  'measure-outcomes': measureOutcomes,
  'list-wrong': listWrong,
};
