import type { CancelSignal } from '../contract/call.ts';
import { Failure } from '../failure.ts';

/** How a long computation shares its thread. This folder knows no timers, so whoever calls says how to let others run. */
export interface Pace {
  signal?: CancelSignal | undefined;
  /** Told how far the computation has come, 0..1. */
  onShare?: ((share: number) => void) | undefined;
  /** Resolves in a later turn of the event loop (`setImmediate`). */
  pause: () => Promise<void>;
}

/** Longest a computation keeps its thread without a pause. */
const turnMs = 30;

/** Keeps a long computation cancellable, its progress told and its thread shared. */
export class Pacer {
  readonly #pace: Pace;
  readonly #from: number;
  readonly #to: number;
  readonly #turn: { endsAt: number; told: number };

  constructor(pace: Pace, from = 0, to = 1, turn = { endsAt: Date.now() + turnMs, told: 0 }) {
    this.#pace = pace;
    this.#from = from;
    this.#to = to;
    this.#turn = turn;
  }

  /** Call it often: pauses and reports once a turn, never less than before. `share` is of this part. @throws Failure `cancelled` */
  async step(share: number): Promise<void> {
    if (Date.now() < this.#turn.endsAt) return;
    this.#turn.told = Math.max(this.#turn.told, this.#from + (this.#to - this.#from) * share);
    this.#pace.onShare?.(this.#turn.told);
    await this.#pace.pause();
    if (this.#pace.signal?.aborted) throw new Failure('cancelled');
    this.#turn.endsAt = Date.now() + turnMs;
  }

  /** The part of this computation between two shares of it. */
  part(from: number, to: number): Pacer {
    const at = (share: number) => this.#from + (this.#to - this.#from) * share;
    return new Pacer(this.#pace, at(from), at(to), this.#turn);
  }
}
