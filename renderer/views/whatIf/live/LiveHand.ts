import type { CallOutput, Invoke } from '../../../../shared/contract/contract.ts';
import type { MoverKind } from '../../../../shared/contract/mover.ts';
import type { Scorer } from '../../../../shared/contract/scorer.ts';
import type { Control } from '../../../../shared/contract/whatIfCalls.ts';
import { Failure } from '../../../../shared/failure.ts';
import type { Band, Model } from '../../../../shared/model/model.ts';
import { sameContent } from '../../../state/sameContent.ts';
import { hasMixedCuts } from '../picture.ts';
import { leadsTo, positionIn } from './control.ts';
import { mark } from './mark.ts';
import { restMilliseconds } from './restMilliseconds.ts';
import { Stage } from './Stage.ts';
import type { ScreenFrames } from './screenFrames.ts';

/** What the draft is held against, and on which book. */
export interface Question {
  baseline: Scorer;
  asOf: string | null;
  segment: string | null;
  outcome: string | null;
  /** The baseline's bands; null: a given score, which is read by the draft's. */
  bands: readonly Band[] | null;
  /** Counts the saved changes of sources and definition: what was answered before one of them is of other data. */
  dataChanges: number;
}

export type Hand = CallOutput<'hold-control'>;
export type Moved = CallOutput<'move-control'>;

/** The book with the draft as it was asked for. */
export interface LiveAnswer {
  model: Model;
  question: Question;
  hand: Hand;
  moved: Moved;
  /** Which movers came along, as they do at rest; null while moving. */
  moverKind: MoverKind | null;
}

interface LiveHandOptions {
  invoke: Invoke;
  frames: ScreenFrames;
  /** Takes in what has come already but waits for its turn: the host's. */
  collect: () => void;
  /** Called to draw, in the frame that was due then. */
  onAnswer: (answer: LiveAnswer, due: number) => void;
  onFailure: (failure: unknown) => void;
  /** Which movers are asked for at rest. */
  moverKind: () => MoverKind;
}

interface Wanted {
  control: Control;
  /** The draft before the control moved: what is taken in hand, for at an end of its way a control may not be movable. */
  from: Model;
  model: Model;
  question: Question;
  /** Prepared only; moved; or moved and resting there. */
  how: 'prepare' | 'move' | 'rest';
  /** When the draft came to be so, on the page's clock. */
  since: number;
}

/** A control that is only passed over on the way to another is not prepared. */
const hoverMilliseconds = 60;
const remembered = 4;
/** The engine begins the next position while the answer to the one before is on its way. */
const mostUnderWay = 2;
/** So many movers come from the hand. */
export const moversInHand = 50;

/**
 * The control in hand. Controls that are pointed at or focused are prepared; an edit of the draft is answered by the one of them that
 * explains it, so that two moved at once are never mixed up. Two positions of a hand are under way, the newest waits, none is aborted: what
 * comes is shown in the next frame while something newer is asked, unless it was overtaken or would be seen late (see `Stage`).
 */
export class LiveHand {
  readonly #options: LiveHandOptions;
  readonly #stage: Stage;
  /** What was last picked up; without a hand once the engine may have lost it. */
  #held: { hand: Hand | null; control: Control; model: Model; question: Question } | null = null;
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
    this.#stage = new Stage(options.frames, () => this.#newestMove);
  }

  /** A control is likely to be moved next: `focused` or taken hold of at once, pointed at after a moment. */
  touch(control: Control, model: Model, question: Question, focused: boolean): void {
    this.#touched = [control, ...this.#touched.filter((one) => !sameContent(one, control))].slice(0, remembered);
    clearTimeout(this.#hover);
    const prepare = () => {
      if (this.#wanted === null && !this.#holds(control, model, question))
        this.#want({ control, from: model, model, question, how: 'prepare', since: performance.now() });
    };
    if (focused) prepare();
    else this.#hover = setTimeout(prepare, hoverMilliseconds);
  }

  /** The draft went from one model to another. @returns whether a control at hand explains it; else there is no live answer */
  follow(before: Model, model: Model, question: Question): boolean {
    clearTimeout(this.#rest);
    clearTimeout(this.#hover);
    const held = this.#held;
    const isHeld = held !== null && this.#fits(held.control, model, question);
    const control = isHeld ? held.control : this.#touched.find((one) => leadsTo(before, one, model));
    if (!control) return false;
    const wanted: Wanted = { control, from: isHeld ? held.model : before, model, question, how: 'move', since: performance.now() };
    // A move of the mouse is handled some time after its frame was due.
    this.#options.frames.begin((due) => {
      wanted.since = Math.min(wanted.since, due);
    });
    this.#want(wanted);
    this.#collect();
    return true;
  }

  /** Asks nothing more, and keeps what is on its way to itself; the next touch begins anew. */
  stop(): void {
    this.#stops++;
    this.#wanted = null;
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
      if (this.#underWay > 0) this.#collect();
    });
  }

  #fits(control: Control, model: Model, question: Question): boolean {
    const held = this.#held;
    return (
      held !== null && sameContent(held.control, control) && sameContent(held.question, question) && leadsTo(held.model, control, model)
    );
  }

  /** Whether the engine has what answers for the control. */
  #holds(control: Control, model: Model, question: Question): boolean {
    return this.#held?.hand != null && this.#fits(control, model, question);
  }

  #lose(): void {
    if (this.#held) this.#held.hand = null;
  }

  #want(wanted: Wanted): void {
    this.#wanted = wanted;
    this.#askNext();
  }

  #askNext(): void {
    const wanted = this.#wanted;
    if (!wanted || !this.#mayAsk(wanted)) return;
    this.#wanted = null;
    this.#underWay++;
    void this.#ask(wanted, this.#stops).finally(() => {
      this.#underWay--;
      this.#askNext();
    });
  }

  /** Only a position of what is held already is asked for beside another request. */
  #mayAsk({ how, control, model, question }: Wanted): boolean {
    if (this.#underWay === 0) return true;
    return this.#taking === 0 && this.#underWay < mostUnderWay && how === 'move' && this.#holds(control, model, question);
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
    const hand = await this.#take(wanted);
    if (wanted.how === 'prepare' || stops !== this.#stops) return;
    // Meanwhile the draft may have moved on: the newest position is the one to ask for.
    const newest =
      this.#wanted?.how === 'move' && this.#fits(wanted.control, this.#wanted.model, this.#wanted.question) ? this.#wanted : wanted;
    if (newest !== wanted) this.#wanted = null;
    const moverKind = newest.how === 'rest' ? this.#options.moverKind() : null;
    if (newest.how === 'move') this.#newestMove = order;
    const asked = performance.now();
    const moved = await this.#move(hand, newest, moverKind).catch(async (failure: unknown) => {
      if (!(failure instanceof Failure && failure.code === 'hand-unknown') || order < this.#asked) throw failure;
      this.#lose();
      return this.#move(await this.#take(newest), newest, moverKind);
    });
    if (stops !== this.#stops || order < this.#answered) return;
    this.#answered = order;
    const { model, question, how, since } = newest;
    const { kernelMs } = moved;
    const came = performance.now();
    this.#stage.put({
      order,
      since: how === 'move' ? since : null,
      kernelMs,
      show: (due) => {
        mark('answered', { asked, how: how === 'rest' ? 'rest' : 'move', kernelMs }, came);
        this.#show({ model, question, hand, moved, moverKind }, due);
      },
    });
    if (how === 'move' && this.#wanted?.how !== 'move' && order === this.#asked)
      this.#rest = setTimeout(() => this.#want({ ...newest, how: 'rest' }), restMilliseconds - (came - since));
  }

  #show(answer: LiveAnswer, due: number): void {
    try {
      this.#options.onAnswer(answer, due);
    } catch (failure) {
      this.#options.onFailure(failure);
    }
  }

  /** The hand that answers for the control; prepared when it is not held already. */
  async #take({ control, from, model, question }: Wanted): Promise<Hand> {
    if (this.#holds(control, model, question)) return this.#held!.hand!;
    const { baseline, asOf, segment, outcome } = question;
    this.#taking++;
    const taken = this.#options.invoke('hold-control', {
      baseline,
      draft: from,
      control,
      outcome,
      ...(asOf !== null && { asOf }),
      ...(segment !== null && { segment }),
    });
    const hand = await taken.finally(() => this.#taking--);
    this.#held = { hand, control, model: from, question };
    return hand;
  }

  #move({ hand }: Hand, { control, model, question }: Wanted, moverKind: MoverKind | null): Promise<Moved> {
    return this.#options.invoke('move-control', {
      hand,
      position: positionIn(model, control)!,
      // Bars of a book of mixed cuts take their colours from its segments.
      segments: moverKind !== null || hasMixedCuts(model, question.segment),
      movers: moverKind && { kind: moverKind, limit: moversInHand },
    });
  }
}
