import type { CancelSignal } from '../../shared/contract/call.ts';
import { Failure } from '../../shared/failure.ts';

/** At most so many tasks at once; further ones wait in the order they came. */
export class Lanes {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Runs the task when a lane is free. @throws Failure `cancelled` when the signal aborts while it waits */
  async run<Value>(task: () => Promise<Value>, signal?: CancelSignal): Promise<Value> {
    if (this.#free > 0) this.#free--;
    else await this.#turn(signal);
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  #turn(signal?: CancelSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        signal?.removeEventListener('abort', giveUp);
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(new Failure('cancelled'));
      };
      this.#waiting.push(start);
      signal?.addEventListener('abort', giveUp);
    });
  }
}
