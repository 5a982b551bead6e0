import { utilityProcess } from 'electron';
import type { EngineProcess, FromEngine } from '../wire/port.ts';

/** Starts the engine as a utility process of the app. @param script the engine's entry @param options its one argument, as JSON */
export function utilityEngine(script: string, options: unknown): EngineProcess {
  const child = utilityProcess.fork(script, [JSON.stringify(options)], { serviceName: 'Plumbline engine', stdio: 'inherit' });
  return {
    port: {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', (message: FromEngine) => listener(message)),
    },
    gone: new Promise((resolve) => void child.once('exit', () => resolve())),
    kill: () => void child.kill(),
  };
}
