import type { EngineRestart } from '../../shared/contract/frame.ts';
import type { Transport } from './transport.ts';

/** Tells the listener of every restart of the engine. @returns how to stop */
export function watchEngine(transport: Transport, listener: (restart: EngineRestart) => void): () => void {
  const stop = new AbortController();
  const watch = async () => {
    for await (const restart of transport.restarts(stop.signal)) listener(restart);
  };
  // A door that is gone is told by the next call; here there is nobody to tell.
  watch().catch(() => {});
  return () => stop.abort();
}
