import type { EngineRestart, Frame } from '../../shared/contract/frame.ts';

/** A call on its way: its id names it when it is to be cancelled. */
export interface CallRequest {
  id: string;
  input: unknown;
}

/** What carries calls to the engine and frames back. Every method rejects with `Failure`. */
export interface Transport {
  call(name: string, request: CallRequest): AsyncIterable<Frame>;
  cancel(id: string): Promise<void>;
  /** Ends when the signal aborts or the engine's keeper is gone. */
  restarts(signal: AbortSignal): AsyncIterable<EngineRestart>;
}
