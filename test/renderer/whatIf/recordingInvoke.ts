import { vi } from 'vitest';
import type { Invoke } from '../../../shared/contract/contract.ts';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import type { Failure } from '../../../shared/failure.ts';

/** A call about a control that waits for its answer; without a value it is answered as the engine would. */
export interface Asked {
  name: string;
  input: { control?: Control; draft?: unknown; hand?: string; position?: { weight: number }; segments?: boolean };
  answer: (value?: object) => Promise<void>;
  fail: (failure: Failure) => Promise<void>;
}

/** Puts every call at the end of a list. Timers must be fake. */
export function recordingInvoke(asked: Asked[]): Invoke {
  const invoke = (name: string, input: Asked['input']) =>
    new Promise<unknown>((resolve, reject) => {
      const settle = async (done: () => void) => {
        done();
        await vi.advanceTimersByTimeAsync(0);
      };
      asked.push({
        name,
        input,
        answer: (value = name === 'hold-control' ? { hand: `h${asked.length}`, accounts: 10, inHand: 10 } : { kernelMs: 1 }) =>
          settle(() => resolve(value)),
        fail: (failure) => settle(() => reject(failure)),
      });
    });
  return invoke as unknown as Invoke;
}
