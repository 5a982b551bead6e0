import { confirmVersion } from './confirmVersion.ts';
import { estimateProbability } from './estimateProbability.ts';
import type { Run } from './makeRun.ts';
import type { RecordedCall } from './RunRecord.ts';
import { runChallenger } from './runChallenger.ts';
import { suggestCurve } from './suggestCurve.ts';
import { suggestThresholds } from './suggestThresholds.ts';
import { suggestWeights } from './suggestWeights.ts';

/** Every run there is. */
export const runs: { [Name in RecordedCall]: Run<Name> } = {
  'suggest-weights': suggestWeights,
  'suggest-thresholds': suggestThresholds,
  'suggest-curve': suggestCurve,
  'estimate-probability': estimateProbability,
  'run-challenger': runChallenger,
  'confirm-version': confirmVersion,
};
