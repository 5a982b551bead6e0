import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../../shared/failure.ts';
import type { CallEngine } from './Verb.ts';

const everyMs = 200;

/** Calls as `call` does, but asks again while another process holds the study, for at most so many seconds. */
export function waitForStudy(call: CallEngine, seconds: number, signal: AbortSignal, onWait: () => void): CallEngine {
  return async (name, input) => {
    const until = Date.now() + seconds * 1000;
    for (;;) {
      try {
        return await call(name, input);
      } catch (error) {
        const isHeld = error instanceof Failure && error.code === 'study-in-use';
        if (!isHeld || Date.now() + everyMs > until) throw error;
        onWait();
        await pause(everyMs, undefined, { signal }).catch(() => {
          throw new Failure('cancelled');
        });
      }
    }
  };
}
