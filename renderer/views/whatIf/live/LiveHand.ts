import type { Invoke } from '../../../../shared/contract/contract.ts';
import type { MoverKind } from '../../../../shared/contract/mover.ts';
import type { Control } from '../../../../shared/contract/whatIfCalls.ts';
import type { Model } from '../../../../shared/model/model.ts';
import { sameContent } from '../../../state/sameContent.ts';
import type { LiveAnswer } from './answer.ts';
import { leadsTo } from './control.ts';
import { explains, HeldControl, type Hold, isUnknownHand, mostAhead } from './HeldControl.ts';
import { LookAhead } from './LookAhead.ts';
import { type Details, mark } from './mark.ts';
import type { PositionsAhead } from './positionsAhead.ts';
import type { Question } from './question.ts';
import { restMilliseconds } from './restMilliseconds.ts';
import { Stage } from './Stage.ts';
import type { ScreenFrames } from './screenFrames.ts';

interface LiveHandOptions {
  invoke: Invoke;
  frames: ScreenFrames;
  /** Takes in what has come already but waits for its turn: the host's. */
  collect: () => void;
  /** Called to draw, in the frame that was due then. */
  onAnswer: (answer: LiveAnswer, due: number) => void;
  onFailure: (failure: unknown) => void;
  /** Where the hand looks ahead to. */
  ahead: PositionsAhead;
  /** Which movers are asked for at rest. */
  moverKind: () => MoverKind;
}

/** The draft it is taken from is that before the control moved, for at an end of its way a control may not be movable. */
interface Wanted extends Hold {
  model: Model;
  /** Prepared only; moved; or moved and resting there. */
  how: 'prepare' | 'move' | 'rest';
  /** When the draft came to be so, on the page's clock. */
  since: number;
}

/** So many positions around a control are looked ahead to while it is only pointed at. */
const aheadOfPointed = 40;
/** A control that is only passed over on the way to another is not prepared. */
const hoverMilliseconds = 60;
const remembered = 4;
/** A kernel as quick as this begins the next position while the answer to the one before is on its way; behind a slower one it would grow old. */
const quickKernelMs = 12;

/**
 * The control in hand. Controls that are pointed at or focused are prepared; an edit of the draft is answered by the one of them that
 * explains it, so that two moved at once are never mixed up. One or two positions are under way, the newest waits, none is aborted: what
 * comes is shown in the next frame while something newer is asked, unless it was overtaken or would be seen late (see `Stage`). From the touch
 * until it rests, whenever nothing is asked, the hand looks ahead to where it may come next; what is known is shown in the frame of its input.
 */
export class LiveHand {
  readonly #options: LiveHandOptions;
  readonly #stage: Stage;
  readonly #ahead: LookAhead;
  /** What was last picked up. */
  #held: HeldControl | null = null;
  /** By which the last edit was explained. */
  #lastHold: Hold | null = null;
  #touched: Control[] = [];
  #wanted: Wanted | null = null;
  #underWay = 0;
  /** Controls being taken in hand: beside one nothing else is asked, because the newest position may take the place of the one it is for. */
  #taking = 0;
  /** Counts what was asked, which of it was answered last, and which was the newest position asked for. */
  #asked = 0;
  #answered = 0;
  #newestMove = 0;
  #isCollecting = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #hover: ReturnType<typeof setTimeout> | undefined;
  /** Counts the stops: what was asked before the last of them is not told any more. */
  #stops = 0;

  constructor(options: LiveHandOptions) {
    this.#options = options;
    this.#stage = new Stage(options.frames, () => (this.#wanted?.how === 'move' ? Number.POSITIVE_INFINITY : this.#newestMove));
    this.#ahead = new LookAhead(options.ahead, () => this.#askNext());
  }

  /** A control may be moved at some time: it is taken in hand. */
  prepare(control: Control, model: Model, question: Question): void {
    this.#remember(control);
    if (this.#wanted === null && !this.#holds(control, model, question))
      this.#want({ control, from: model, model, question, how: 'prepare', since: performance.now() });
    else this.#askNext();
  }

  /** A control is likely to be moved next: `focused` or taken hold of, which counts at once, or pointed at, which does after a moment. */
  touch(control: Control, model: Model, question: Question, focused: boolean): void {
    this.#remember(control);
    clearTimeout(this.#hover);
    const begin = () => {
      this.#ahead.most = focused ? mostAhead : aheadOfPointed;
      this.prepare(control, model, question);
    };
    if (focused) begin();
    else this.#hover = setTimeout(begin, hoverMilliseconds);
  }

  #remember(control: Control): void {
    this.#touched = [control, ...this.#touched.filter((one) => !sameContent(one, control))].slice(0, remembered);
  }

  /** The draft went from one model to another. @returns whether a control at hand explains it; else there is no live answer */
  follow(before: Model, model: Model, question: Question): boolean {
    clearTimeout(this.#rest);
    clearTimeout(this.#hover);
    const hold = this.#holdOf(before, model, question);
    this.#ahead.most = hold ? mostAhead : 0;
    if (!hold) return false;
    const wanted: Wanted = { ...hold, model, how: 'move', since: performance.now() };
    if (hold === this.#held?.hold) this.#held.moveTo(model);
    // A move of the mouse is handled some time after its frame was due.
    this.#options.frames.begin((due) => {
      wanted.since = Math.min(wanted.since, due);
    });
    this.#want(wanted);
    this.#collect();
    return true;
  }

  /** By which control an edit is explained: the one that is held or is being taken, from where it was taken; else one that was touched. */
  #holdOf(before: Model, model: Model, question: Question): Hold | null {
    const same = [this.#held?.hold, this.#lastHold].find((hold) => hold != null && explains(hold, model, question));
    const control = same?.control ?? this.#touched.find((one) => leadsTo(before, one, model));
    this.#lastHold = same ?? (control ? { control, from: before, question } : null);
    return this.#lastHold;
  }

  /** Asks nothing more, and keeps what is on its way to itself; the next touch begins anew. */
  stop(): void {
    this.#stops++;
    this.#wanted = null;
    this.#ahead.most = 0;
    this.#stage.clear();
    clearTimeout(this.#rest);
    clearTimeout(this.#hover);
  }

  /** From a move on in every frame while something is under way: behind frames that follow one upon another, as in a drag, messages wait. */
  #collect(): void {
    if (this.#isCollecting) return;
    this.#isCollecting = true;
    this.#options.frames.begin(() => {
      this.#isCollecting = false;
      this.#options.collect();
      if (this.#underWay > 0 || this.#ahead.isUnderWay) this.#collect();
    });
  }

  /** Whether the engine has what answers for the control. */
  #holds(control: Control, model: Model, question: Question): boolean {
    return this.#held?.isLost === false && this.#held.fits(control, model, question);
  }

  #lose(): void {
    if (this.#held) this.#held.isLost = true;
  }

  #want(wanted: Wanted): void {
    this.#wanted = wanted;
    this.#askNext();
  }

  #askNext(): void {
    const wanted = this.#wanted;
    if (wanted && !this.#showKnown(wanted) && this.#mayAsk(wanted)) {
      this.#wanted = null;
      this.#begin(this.#ask(wanted, this.#stops));
    }
    if (this.#wanted === null && this.#underWay === 0 && this.#held?.isLost === false) this.#ahead.look(this.#held);
  }

  /** @param request never rejects */
  #begin(request: Promise<void>): void {
    this.#underWay++;
    void request.finally(() => {
      this.#underWay--;
      this.#askNext();
    });
  }

  /** Shows a position that is known already. @returns whether it is */
  #showKnown(wanted: Wanted): boolean {
    const { how, control, model, question } = wanted;
    if (how !== 'move' || !this.#holds(control, model, question)) return false;
    const held = this.#held!;
    const moved = held.known(model);
    if (!moved) return false;
    this.#wanted = null;
    this.#newestMove = ++this.#asked;
    this.#put(wanted, { hand: held.hand, moved, moverKind: null }, this.#asked, { asked: performance.now(), how: 'known', kernelMs: 0 });
    return true;
  }

  /** Only a position of what is held already is asked for beside another request, unless that is for the same. */
  #mayAsk({ how, control, model, question }: Wanted): boolean {
    const held = how === 'move' && this.#holds(control, model, question) ? this.#held! : null;
    if (held?.isLookingAt(model)) return false;
    return this.#underWay === 0 || (held !== null && this.#taking === 0 && this.#underWay === 1 && held.kernelMs <= quickKernelMs);
  }

  /** Never rejects. */
  async #ask(wanted: Wanted, stops: number): Promise<void> {
    const order = ++this.#asked;
    try {
      await this.#answer(wanted, order, stops);
    } catch (failure) {
      // What was asked after it tells the same, or is well.
      if (order < this.#asked) return;
      this.#answered = order;
      this.#lose();
      // Nothing was asked for yet; what cannot be prepared is told when it is moved.
      if (wanted.how === 'prepare' || stops !== this.#stops) return;
      this.#stage.clear();
      this.#options.onFailure(failure);
    }
  }

  async #answer(wanted: Wanted, order: number, stops: number): Promise<void> {
    let held = await this.#take(wanted);
    if (wanted.how === 'prepare' || stops !== this.#stops) return;
    // Meanwhile the draft may have moved on: the newest position is the one to ask for.
    const newest =
      this.#wanted?.how === 'move' && held.fits(wanted.control, this.#wanted.model, this.#wanted.question) ? this.#wanted : wanted;
    if (newest !== wanted) this.#wanted = null;
    const moverKind = newest.how === 'rest' ? this.#options.moverKind() : null;
    if (newest.how === 'move') {
      this.#newestMove = Math.max(this.#newestMove, order);
      held.moveTo(newest.model);
    }
    const asked = performance.now();
    const moved = await held.ask(newest.model, moverKind).catch(async (failure: unknown) => {
      if (!isUnknownHand(failure) || order < this.#asked) throw failure;
      this.#lose();
      held = await this.#take(newest);
      held.moveTo(newest.model);
      return held.ask(newest.model, moverKind);
    });
    if (stops !== this.#stops || order < this.#answered) return;
    if (newest.how === 'rest' && order === this.#asked && this.#wanted === null) this.#ahead.most = 0;
    const { kernelMs } = moved;
    this.#put(newest, { hand: held.hand, moved, moverKind }, order, { asked, how: newest.how === 'rest' ? 'rest' : 'move', kernelMs });
  }

  /** Puts an answer where the next frame finds it; after the newest position the draft rests. */
  #put(
    { how, since, ...wanted }: Wanted,
    answer: Pick<LiveAnswer, 'hand' | 'moved' | 'moverKind'>,
    order: number,
    details: Details['answered'],
  ): void {
    this.#answered = order;
    const { model, question } = wanted;
    const came = performance.now();
    this.#stage.put({
      order,
      since: how === 'move' ? since : null,
      kernelMs: details.kernelMs,
      show: (due) => {
        mark('answered', details, came);
        this.#show({ model, question, ...answer }, due);
      },
    });
    if (how === 'move' && this.#wanted?.how !== 'move' && order === this.#asked)
      this.#rest = setTimeout(() => this.#want({ ...wanted, how: 'rest', since }), restMilliseconds - (came - since));
  }

  #show(answer: LiveAnswer, due: number): void {
    try {
      this.#options.onAnswer(answer, due);
    } catch (failure) {
      this.#options.onFailure(failure);
    }
  }

  /** What answers for the control; prepared when it is not held already. */
  async #take({ control, from, model, question }: Wanted): Promise<HeldControl> {
    if (this.#holds(control, model, question)) return this.#held!;
    this.#taking++;
    this.#held = await HeldControl.take(this.#options.invoke, { control, from, question }).finally(() => this.#taking--);
    return this.#held;
  }
}
