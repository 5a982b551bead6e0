import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reweigh } from '../../../renderer/views/model/edit/reweigh.ts';
import { baseScope } from '../../../renderer/views/model/edit/scope.ts';
import { LiveHand } from '../../../renderer/views/whatIf/live/LiveHand.ts';
import { Failure } from '../../../shared/failure.ts';
import { FramesOnTest } from './framesOnTest.ts';
import { type Asked, recordingInvoke } from './recordingInvoke.ts';
import { smallDraft } from './smallDraft.ts';

/** Two frames and a millisecond of the kernel. */
const bound = 2000 / 60 + 1;

let asked: Asked[];
let frames: FramesOnTest;
/** Answered, but behind other tasks of the page. */
let waiting: Asked[];
let shown: (number | undefined)[];
let failures: unknown[];
/** What drawing throws, if anything. */
let broken: Error | null;
let hand: LiveHand;
const question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: null, bands: null, dataChanges: 0 };

beforeEach(async () => {
  vi.useFakeTimers();
  [asked, waiting, shown, failures, broken] = [[], [], [], [], null];
  frames = new FramesOnTest();
  hand = new LiveHand({
    invoke: recordingInvoke(asked),
    frames,
    collect: () => {
      for (const one of waiting.splice(0)) void one.answer();
    },
    onAnswer({ model }) {
      if (broken) throw broken;
      shown.push(model.dimensions[0]?.weight);
    },
    onFailure: (failure) => failures.push(failure),
    ahead: () => [],
    moverKind: () => 'largest',
  });
  hand.touch({ kind: 'weight', node: 'a', rescaleSiblings: false }, smallDraft, question, true);
  await asked[0]!.answer();
});
afterEach(() => {
  hand.stop();
  vi.useRealTimers();
});

async function dragTo(...weights: number[]): Promise<void> {
  for (const weight of weights) {
    hand.follow(smallDraft, reweigh(smallDraft, baseScope, 'a', weight, false), question);
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** Answers the request that came at this place, the first move being 1, and draws a frame so much later. */
async function answerAndDraw(place: number, milliseconds: number): Promise<void> {
  await asked[place]!.answer();
  await vi.advanceTimersByTimeAsync(milliseconds);
  await frames.next();
}

describe('an answer', () => {
  it('is drawn in the frame after it came, the newest alone where two came', async () => {
    await dragTo(51, 52);
    await asked[1]!.answer();
    await asked[2]!.answer();
    expect(shown).toEqual([]);
    await frames.next();
    expect(shown).toEqual([52]);
    await frames.next();
    expect(shown).toEqual([52]);
  });

  it('that waits for its turn is taken in when a frame begins, and drawn in that frame', async () => {
    await dragTo(51);
    await frames.next();
    waiting.push(asked[1]!);
    await frames.next();
    expect(shown).toEqual([51]);
  });

  it('of a slow kernel lets none wait in the engine behind it', async () => {
    const places = () => asked.slice(1).map(({ input }) => input.position!.weight);
    await dragTo(51, 52);
    expect(places()).toEqual([51, 52]);
    for (const place of [1, 2]) await asked[place]!.answer({ kernelMs: 26 });
    await dragTo(53, 54, 55);
    expect(places()).toEqual([51, 52, 53]);
    await asked[3]!.answer({ kernelMs: 4 });
    await dragTo(56);
    expect(places()).toEqual([51, 52, 53, 55, 56]);
  });

  it('of a drag that ended is not drawn', async () => {
    await dragTo(51);
    await asked[1]!.answer();
    hand.stop();
    await frames.next();
    expect(shown).toEqual([]);
  });
});

describe('a failure', () => {
  it('of a newer position is not taken back by an answer that waits to be drawn', async () => {
    await dragTo(51, 52);
    await asked[1]!.answer();
    await asked[2]!.fail(new Failure('engine-stopped'));
    await frames.next();
    expect(failures).toHaveLength(1);
    expect(shown).toEqual([]);
  });

  it('of the drawing is told, and the next answer is drawn all the same', async () => {
    await dragTo(51);
    broken = new Error('no picture');
    await answerAndDraw(1, 0);
    expect(failures).toEqual([broken]);
    broken = null;
    await dragTo(52);
    await answerAndDraw(2, 0);
    expect(shown).toEqual([52]);
  });
});

describe('an answer that comes late', () => {
  it('gives way to a newer position that is under way, and is shown where it is the newest', async () => {
    await dragTo(51, 52);
    await answerAndDraw(1, Math.floor(bound));
    expect(shown).toEqual([51]);
    await answerAndDraw(2, Math.ceil(bound));
    expect(shown).toEqual([51, 52]);
    await dragTo(53, 54);
    await answerAndDraw(3, Math.ceil(bound));
    expect(shown).toEqual([51, 52]);
    await answerAndDraw(4, 0);
    expect(shown).toEqual([51, 52, 54]);
  });

  it('is late by the frame its input came in, which was due before it was handled', async () => {
    await dragTo(51, 52);
    await frames.next(performance.now() - 10);
    await answerAndDraw(1, Math.floor(bound) - 5);
    expect(shown).toEqual([]);
  });

  it('gives way three times in a row at most, so that a page that is always behind shows something', async () => {
    await dragTo(51, 52);
    for (const place of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await dragTo(52 + place);
      await answerAndDraw(place, 50);
    }
    expect(shown).toEqual([54, 58]);
  });

  it('may give way as often again in the drag after', async () => {
    await dragTo(51, 52);
    await dragTo(53);
    for (const place of [1, 2]) await answerAndDraw(place, 50);
    hand.stop();
    await asked[3]!.answer();
    await dragTo(54, 55);
    for (const place of [4, 5, 6]) {
      await dragTo(52 + place);
      await answerAndDraw(place, 50);
    }
    expect(shown).toEqual([]);
    await answerAndDraw(7, 0);
    expect(shown).toEqual([57]);
  });

  it('gives way to positions alone: not to its own rest, nor to another control that is prepared', async () => {
    await dragTo(51);
    await vi.advanceTimersByTimeAsync(100);
    await answerAndDraw(1, 1);
    expect(asked.at(-1)!.input).toMatchObject({ segments: true });
    expect(shown).toEqual([51]);
    await asked[2]!.answer();
    await frames.next();

    await dragTo(52);
    hand.touch({ kind: 'weight', node: 'b', rescaleSiblings: false }, smallDraft, question, true);
    await answerAndDraw(3, 50);
    expect(asked.at(-1)!.name).toBe('hold-control');
    expect(shown).toEqual([51, 51, 52]);
  });
});
