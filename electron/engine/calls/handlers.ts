import type { Handlers } from '../CallContext.ts';
import { calibrationHandlers } from './calibrationHandlers.ts';
import { comparisonHandlers } from './comparisonHandlers.ts';
import { evidenceHandlers } from './evidenceHandlers.ts';
import { observationHandlers } from './observationHandlers.ts';
import { scoringHandlers } from './scoringHandlers.ts';
import { sourceHandlers } from './sourceHandlers.ts';
import { studyHandlers } from './studyHandlers.ts';
import { whatIfHandlers } from './whatIfHandlers.ts';

export const handlers: Handlers = {
  ...studyHandlers,
  ...sourceHandlers,
  ...observationHandlers,
  ...scoringHandlers,
  ...whatIfHandlers,
  ...comparisonHandlers,
  ...evidenceHandlers,
  ...calibrationHandlers,
};
