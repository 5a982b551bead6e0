import { setTimeout as after } from 'node:timers/promises';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Database } from '../database/Database.ts';
import type { ProofSet } from '../proof/proofSet.ts';
import { bytesInHand } from './bytesInHand.ts';
import type { ControlInHand } from './ControlInHand.ts';
import { Recent } from './Recent.ts';
import type { RowSet } from './RowSet.ts';

/** Controls in hand at a time, and row sets they are made from; the longest unused goes first. */
const mostHands = 6;
const mostRowSets = 4;
const lookEveryMs = 20;

/** What is kept of the controls that were taken up, so that the same one is in hand again at once. */
export class Hands {
  static readonly #ofDatabase = new WeakMap<Database, Hands>();
  readonly #hands = new Recent<ControlInHand>(mostHands);
  readonly #rows = new Recent<RowSet>(mostRowSets);
  readonly #proofs = new Recent<ProofSet | null>(mostRowSets);
  /** When a control was last taken in hand or moved, and how many are being taken. */
  #usedAt = Number.NEGATIVE_INFINITY;
  #taking = 0;

  static of(database: Database): Hands {
    const known = Hands.#ofDatabase.get(database) ?? new Hands();
    Hands.#ofDatabase.set(database, known);
    return known;
  }

  /** The hand of that name, made when it is not there. */
  async hold(name: string, make: () => Promise<ControlInHand>): Promise<ControlInHand> {
    this.#taking++;
    try {
      return await this.#hands.get(name, make);
    } finally {
      this.#taking--;
      this.#usedAt = performance.now();
    }
  }

  /** Comes back once no control is taken in hand, nor was one moved for so long: what can wait lets them go first. @throws Failure `cancelled` */
  async rest(milliseconds: number, signal: CancelSignal): Promise<void> {
    while (this.#taking > 0 || performance.now() - this.#usedAt < milliseconds) {
      await after(lookEveryMs);
      if (signal.aborted) throw new Failure('cancelled');
    }
  }

  /** The rows of that name, made when they are not there. */
  rows(name: string, make: () => Promise<RowSet>): Promise<RowSet> {
    return this.#rows.get(name, make);
  }

  /** The proof set of that name; null where there is none yet. */
  proof(name: string, make: () => Promise<ProofSet | null>): Promise<ProofSet | null> {
    return this.#proofs.get(name, make);
  }

  /** Lets go of the longest unused hands, but the last, then of the longest unused columns of points, until no more than `mostBytes` are held. */
  async keepWithin(mostBytes: number): Promise<void> {
    let left = mostBytes;
    for (const [name, hand] of await this.#hands.newestFirst()) {
      const bytes = bytesInHand(hand.book) + (hand.proof ? bytesInHand(hand.proof) : 0);
      if (bytes > left && left < mostBytes) this.#hands.drop(name);
      else left -= bytes;
    }
    for (const [, rows] of await this.#rows.newestFirst()) {
      rows.forget(Math.max(0, left));
      left -= rows.bytes;
    }
  }

  /** @throws Failure `hand-unknown` */
  async find(name: string): Promise<ControlInHand> {
    this.#usedAt = performance.now();
    const hand = this.#hands.find(name);
    if (!hand) throw new Failure('hand-unknown');
    return hand;
  }
}
