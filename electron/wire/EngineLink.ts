import type { Invoke } from '../../shared/contract/contract.ts';
import type { EngineRestart } from '../../shared/contract/frame.ts';

/** The engine as a door sees it, wherever it runs. */
export interface EngineLink {
  invoke: Invoke;
  /** @returns how to stop listening */
  onRestart(listener: (restart: EngineRestart) => void): () => void;
}
