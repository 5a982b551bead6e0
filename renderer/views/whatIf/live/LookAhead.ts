import { type HeldControl, isUnknownHand } from './HeldControl.ts';
import type { PositionsAhead } from './positionsAhead.ts';

/** So that the kernel is not idle while an answer waits for the page's next frame. */
const mostUnderWay = 2;

/** Asks where a control may come to next. */
export class LookAhead {
  /** Among so many positions; 0: not at all. */
  most = 0;
  readonly #positionsAhead: PositionsAhead;
  readonly #onAnswer: () => void;
  #underWay = 0;

  constructor(positionsAhead: PositionsAhead, onAnswer: () => void) {
    this.#positionsAhead = positionsAhead;
    this.#onAnswer = onAnswer;
  }

  get isUnderWay(): boolean {
    return this.#underWay > 0;
  }

  /** Asks for as many positions as may be under way, until one fails: the next touch takes a control that was lost, of anything else the next move tells. */
  look(held: HeldControl): void {
    while (this.#underWay < mostUnderWay) {
      const looking = held.lookAhead(this.#positionsAhead, this.most);
      if (looking === null) return;
      this.#underWay++;
      const stop = (failure: unknown) => {
        this.most = 0;
        if (isUnknownHand(failure)) held.isLost = true;
      };
      void looking.catch(stop).finally(() => {
        this.#underWay--;
        this.#onAnswer();
      });
    }
  }
}
