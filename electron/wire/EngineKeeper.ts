import { type CallName, contract, type Invoke, type InvokeOptions } from '../../shared/contract/contract.ts';
import type { EngineRestart } from '../../shared/contract/frame.ts';
import { type OpenStudy, openStudy } from '../../shared/contract/studyCalls.ts';
import { Failure } from '../../shared/failure.ts';
import { callOverPort } from './callOverPort.ts';
import type { EngineProcess } from './port.ts';

const stopWithinMs = 2000;

interface Running {
  process: EngineProcess;
  invoke: Invoke;
  /** Settles when calls may be sent: the study that was open is open again. */
  ready: Promise<unknown>;
}

/**
 * Keeps an engine's process alive: when it stops, calls in flight fail with `engine-stopped`, it is started again with the study that
 * was open, and listeners are told. A process that stops before it answered anything is started again only by the next call.
 */
export class EngineKeeper {
  readonly #start: () => EngineProcess;
  readonly #listeners = new Set<(restart: EngineRestart) => void>();
  #running: Running | null = null;
  #study: string | null = null;
  #closed = false;

  constructor(start: () => EngineProcess) {
    this.#start = start;
  }

  readonly invoke = (async (name: CallName, input: unknown, options?: InvokeOptions) => {
    if (this.#closed) throw new Failure('engine-stopped');
    const running = this.#running ?? this.#launch();
    await running.ready;
    const output = await running.invoke(name, input as never, options);
    if (name === 'close-study') this.#study = null;
    else if (contract[name].output === openStudy) this.#study = (output as OpenStudy).path;
    return output;
  }) as Invoke;

  onRestart(listener: (restart: EngineRestart) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets the engine close its study, for two seconds; then it is killed. */
  async close(): Promise<void> {
    this.#closed = true;
    if (!this.#running) return;
    const { process } = this.#running;
    process.port.post({ kind: 'stop' });
    const kill = setTimeout(() => process.kill(), stopWithinMs);
    await process.gone;
    clearTimeout(kill);
  }

  #launch(): Running {
    const process = this.#start();
    let answered = false;
    process.port.onMessage(() => {
      answered = true;
    });
    const running: Running = { process, invoke: callOverPort(process), ready: Promise.resolve() };
    this.#running = running;
    void process.gone.then(() => {
      this.#running = null;
      if (answered && !this.#closed) this.#relaunch();
    });
    return running;
  }

  #relaunch(): void {
    const running = this.#launch();
    running.ready = this.#reopen(running.invoke).then((restart) => {
      for (const listener of this.#listeners) listener(restart);
    });
  }

  /** A study that cannot be opened again is let go, so that one which stops the engine cannot do so for ever. */
  async #reopen(invoke: Invoke): Promise<EngineRestart> {
    const study = this.#study;
    if (study === null) return { study, failure: null };
    try {
      await invoke('open-study', { path: study });
      return { study, failure: null };
    } catch (error) {
      this.#study = null;
      return { study, failure: (error as Failure).toData() };
    }
  }
}
