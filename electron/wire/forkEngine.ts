import { fork } from 'node:child_process';
import type { EngineProcess, FromEngine } from './port.ts';

/** Starts the engine as a child of this Node process. @param script the engine's entry @param options given to it as its one argument, JSON */
export function forkEngine(script: string, options: unknown): EngineProcess {
  const child = fork(script, [JSON.stringify(options)], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    port: {
      // A message to a process that has just gone is lost; `gone` answers its call.
      post: (message) => void (child.connected && child.send(message, () => {})),
      onMessage: (listener) => void child.on('message', (message) => listener(message as FromEngine)),
    },
    gone: new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    }),
    kill: () => void child.kill('SIGKILL'),
  };
}
