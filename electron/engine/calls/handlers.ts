import type { Handlers } from '../CallContext.ts';
import { observationHandlers } from './observationHandlers.ts';
import { scoringHandlers } from './scoringHandlers.ts';
import { sourceHandlers } from './sourceHandlers.ts';
import { studyHandlers } from './studyHandlers.ts';

export const handlers: Handlers = { ...studyHandlers, ...sourceHandlers, ...observationHandlers, ...scoringHandlers };
