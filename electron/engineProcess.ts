import { createEngine } from './engine/createEngine.ts';
import type { SessionOptions } from './engine/Session.ts';
import { runEngineProcess } from './wire/runEngineProcess.ts';

/** What the engine's process is given as its one argument, as JSON. */
export interface EngineArguments extends SessionOptions {
  /** Process id of the door that keeps it. */
  parent: number;
}

const { parent, ...options } = JSON.parse(process.argv[2] ?? '') as EngineArguments;
runEngineProcess(createEngine(options), parent);
