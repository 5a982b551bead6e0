import { randomUUID } from 'node:crypto';
import type { CallName, Invoke, InvokeOptions } from '../../shared/contract/contract.ts';
import type { Frame } from '../../shared/contract/frame.ts';
import { Failure } from '../../shared/failure.ts';
import type { EngineProcess } from './port.ts';

/** The keeper's end of the channel: the contract's calls, answered by the engine's process. When it goes, calls in flight fail with `engine-stopped`. */
export function callOverPort({ port, gone }: EngineProcess): Invoke {
  const waiting = new Map<string, (frame: Frame) => void>();
  let isGone = false;
  port.onMessage(({ id, frame }) => waiting.get(id)?.(frame));
  void gone.then(() => {
    isGone = true;
    for (const receive of waiting.values()) receive({ failure: new Failure('engine-stopped').toData() });
  });

  const invoke = (name: CallName, input: unknown, { signal, onProgress, onPartial }: InvokeOptions = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Failure('cancelled'));
      if (isGone) return reject(new Failure('engine-stopped'));
      const id = randomUUID();
      const cancel = () => port.post({ kind: 'cancel', id });
      waiting.set(id, (frame) => {
        if ('progress' in frame) return onProgress?.(frame.progress);
        if ('partial' in frame) return onPartial?.(frame.partial as never);
        waiting.delete(id);
        signal?.removeEventListener('abort', cancel);
        if ('failure' in frame) reject(new Failure(frame.failure.code, frame.failure.detail));
        else resolve(frame.value);
      });
      signal?.addEventListener('abort', cancel);
      port.post({ kind: 'call', id, name, input });
    });
  return invoke as Invoke;
}
