import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Pace, Pacer } from '../../shared/calibration/Pacer.ts';

/** Lets others run, as the engine does. */
export const pace: Pace = { pause: () => nextTurn() };
export const newPacer = () => new Pacer(pace);
