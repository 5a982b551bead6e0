import type { Invoke } from '../../shared/contract/contract.ts';
import { answerFrames } from './answerFrames.ts';
import type { FromEngine, Port, ToEngine } from './port.ts';

/** The engine's end of the channel: answers calls until told to stop. @returns how to cancel every call in flight */
export function answerOverPort(port: Port<FromEngine, ToEngine>, invoke: Invoke, onStop: () => void): () => void {
  const running = new Map<string, AbortController>();

  port.onMessage((message) => {
    if (message.kind === 'stop') onStop();
    else if (message.kind === 'cancel') running.get(message.id)?.abort();
    else {
      const { id, name, input } = message;
      const controller = new AbortController();
      running.set(id, controller);
      void answerFrames(invoke, name, input, controller.signal, (frame) => port.post({ id, frame })).then(() => running.delete(id));
    }
  });
  return () => {
    for (const controller of running.values()) controller.abort();
  };
}
