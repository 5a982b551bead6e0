import type { FromDoor, ToDoor } from '../../shared/contract/socket.ts';

/** What goes to the engine's process. */
export type ToEngine = ToDoor | { kind: 'stop' };

/** What comes back. */
export type FromEngine = FromDoor;

/** One end of a channel between two processes; messages keep their order. */
export interface Port<Out, In> {
  post(message: Out): void;
  onMessage(listener: (message: In) => void): void;
}

/** The engine's process as its keeper sees it. */
export interface EngineProcess {
  port: Port<ToEngine, FromEngine>;
  /** Settles when the process is gone, however it went. */
  gone: Promise<void>;
  kill(): void;
}
