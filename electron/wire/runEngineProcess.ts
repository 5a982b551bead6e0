import type { Invoke } from '../../shared/contract/contract.ts';
import { answerOverPort } from './answerOverPort.ts';
import { isRunning } from './isRunning.ts';
import type { FromEngine, Port, ToEngine } from './port.ts';

const interruptForMs = 1000;
const lookForParentEveryMs = 500;

/** What Electron gives a utility process instead of `process.send`. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: ToEngine }) => void): void;
  postMessage(message: FromEngine): void;
}

/**
 * The life of an engine's process: answers calls; when told to stop, or when its parent is gone, interrupts what runs for a second
 * and kills itself, because `process.exit` waits for DuckDB's running queries.
 * @param parent process id of the keeper, looked for because a utility process is not told when it goes
 */
export function runEngineProcess(engine: { invoke: Invoke; close(): Promise<void> }, parent: number): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    cancelAll();
    const end = () => process.kill(process.pid, 'SIGKILL');
    setTimeout(end, interruptForMs);
    engine.close().then(end, end);
  };
  const cancelAll = answerOverPort(portToParent(), engine.invoke, stop);
  process.once('disconnect', stop);
  // The keeper decides when an interrupt from the terminal ends the engine.
  process.on('SIGINT', () => {});
  setInterval(() => isRunning(parent) || stop(), lookForParentEveryMs);
}

function portToParent(): Port<FromEngine, ToEngine> {
  const parentPort = (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;
  if (parentPort)
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    };
  return {
    post: (message) => void (process.connected && process.send?.(message, undefined, undefined, () => {})),
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToEngine)),
  };
}
