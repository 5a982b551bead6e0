import type { Handlers } from '../CallContext.ts';
import { comparisonHandlers } from './comparisonHandlers.ts';
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
};
