import type { CallOutput, Invoke } from '../../../../shared/contract/contract.ts';
import type { MoverKind } from '../../../../shared/contract/mover.ts';
import type { Control, Position } from '../../../../shared/contract/whatIfCalls.ts';
import { Failure } from '../../../../shared/failure.ts';
import type { Model } from '../../../../shared/model/model.ts';
import { draftAt } from '../../../../shared/whatIf/draftAt.ts';
import { sameContent } from '../../../state/sameContent.ts';
import { hasMixedCuts } from '../picture.ts';
import { leadsTo, positionIn } from './control.ts';
import { clearMarks, mark } from './mark.ts';
import type { PositionsAhead } from './positionsAhead.ts';
import type { Question } from './question.ts';

export type Hand = CallOutput<'hold-control'>;
export type Moved = CallOutput<'move-control'>;

/** What is asked of a hand while it moves. */
interface Move {
  position: Position;
  /** Bars of a book of mixed cuts take their colours from its segments. */
  segments: boolean;
}

/** What a control is held for: the draft when it was taken, and what that is held against. */
export interface Hold {
  control: Control;
  from: Model;
  question: Question;
}

/** Whether moving the control from where it was taken leads to the model. */
export function explains({ control, from, question }: Hold, model: Model, asked: Question): boolean {
  return sameContent(question, asked) && leadsTo(from, control, model);
}

/** So many movers come from the hand. */
export const moversInHand = 50;

/** So many positions at most can be looked ahead to from where the control is: all of a slider or of one band edge. */
export const mostAhead = 250;
/** So many answers are kept, two kilobytes each and as much for each segment that comes along; more than `mostAhead`, so that looking ahead comes to an end. */
const mostKnown = 2 * mostAhead;

/**
 * A control that the engine has in hand. What was answered for a position is kept, and is known at once when it comes there again. It can look
 * ahead to where it may come next.
 */
export class HeldControl {
  readonly hand: Hand;
  readonly hold: Hold;
  /** Whether the engine may have lost it. */
  isLost = false;
  /** What the last answer took in the kernel. */
  kernelMs = 0;
  readonly #invoke: Invoke;
  readonly #known = new Map<string, Moved>();
  /** Where it is, and where it was before that. */
  #at: Position;
  #last: Position;
  /** The moves that it is looking ahead to. */
  readonly #ahead = new Set<string>();

  private constructor(invoke: Invoke, hand: Hand, hold: Hold) {
    this.#invoke = invoke;
    this.hand = hand;
    this.hold = hold;
    this.#at = positionIn(hold.from, hold.control)!;
    this.#last = this.#at;
  }

  static async take(invoke: Invoke, { control, from, question }: Hold): Promise<HeldControl> {
    clearMarks('ahead');
    const { baseline, asOf, segment, outcome } = question;
    const hand = await invoke('hold-control', {
      baseline,
      draft: from,
      control,
      outcome,
      ...(asOf !== null && { asOf }),
      ...(segment !== null && { segment }),
    });
    return new HeldControl(invoke, hand, { control, from, question });
  }

  /** Whether moving this control explains the model. */
  fits(control: Control, model: Model, question: Question): boolean {
    return sameContent(this.hold.control, control) && explains(this.hold, model, question);
  }

  /** The control went to where it is in a model that it fits. */
  moveTo(model: Model): void {
    const { position } = this.#moveIn(model);
    if (sameContent(position, this.#at)) return;
    this.#last = this.#at;
    this.#at = position;
  }

  /** The book with the control where it is in the model, if that is known. */
  known(model: Model): Moved | undefined {
    return this.#known.get(keyOf(this.#moveIn(model)));
  }

  /** Whether what is being looked ahead to is where the control is in the model. */
  isLookingAt(model: Model): boolean {
    return this.#ahead.has(keyOf(this.#moveIn(model)));
  }

  /** The book with the control where it is in the model, from the engine; at rest with movers, and segment by segment. */
  async ask(model: Model, moverKind: MoverKind | null): Promise<Moved> {
    const move = this.#moveIn(model);
    if (moverKind === null) return this.#learn(move);
    return this.#invoke('move-control', {
      hand: this.hand.hand,
      ...move,
      ...{ segments: true, movers: { kind: moverKind, limit: moversInHand } },
    });
  }

  /** Asks for the likeliest position that is not known, among so many; null when all are, or are asked for. */
  lookAhead(positionsAhead: PositionsAhead, most: number): Promise<void> | null {
    const { control, from, question } = this.hold;
    const positions = positionsAhead(from, control, this.#at, this.#last).slice(0, most);
    if (positions.length === 0) return null;
    // Any position gives a segment edges of its own where these are what moves.
    const segments = hasMixedCuts(draftAt(from, control, positions[0]!), question.segment);
    const move = positions
      .map((position) => ({ position, segments }))
      .find((one) => !this.#known.has(keyOf(one)) && !this.#ahead.has(keyOf(one)));
    return move ? this.#look(move) : null;
  }

  async #look(move: Move): Promise<void> {
    const asked = performance.now();
    this.#ahead.add(keyOf(move));
    try {
      const { kernelMs } = await this.#learn(move);
      mark('ahead', { asked, kernelMs });
    } finally {
      this.#ahead.delete(keyOf(move));
    }
  }

  async #learn(move: Move): Promise<Moved> {
    const moved = await this.#invoke('move-control', { hand: this.hand.hand, ...move });
    this.kernelMs = moved.kernelMs;
    this.#known.set(keyOf(move), moved);
    if (this.#known.size > mostKnown) this.#known.delete(this.#known.keys().next().value!);
    return moved;
  }

  #moveIn(model: Model): Move {
    return { position: positionIn(model, this.hold.control)!, segments: hasMixedCuts(model, this.hold.question.segment) };
  }
}

function keyOf({ position, segments }: Move): string {
  return JSON.stringify([position, segments]);
}

/** Whether the engine has let a control go, or is another one than took it. */
export function isUnknownHand(failure: unknown): boolean {
  return failure instanceof Failure && failure.code === 'hand-unknown';
}
