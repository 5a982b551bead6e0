import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reweigh } from '../../../renderer/views/model/edit/reweigh.ts';
import { baseScope } from '../../../renderer/views/model/edit/scope.ts';
import { LiveHand } from '../../../renderer/views/whatIf/live/LiveHand.ts';
import { type Asked, recordingInvoke } from './recordingInvoke.ts';
import { smallDraft } from './smallDraft.ts';

let asked: Asked[];
let shown: (number | undefined)[];
let hand: LiveHand;
const question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: null, bands: null, dataChanges: 0 };

beforeEach(async () => {
  vi.useFakeTimers();
  asked = [];
  shown = [];
  hand = new LiveHand({
    invoke: recordingInvoke(asked),
    onAnswer: ({ model }) => shown.push(model.dimensions[0]?.weight),
    onFailure: (failure) => {
      throw failure;
    },
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

/** Answers the request that came at this place, the first move being 1. */
async function answerAfter(milliseconds: number, place: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await asked[place]!.answer({ kernelMs: 1 });
}

/** Five late answers in a row, with a newer position under way: three give way. */
async function dragBehind(): Promise<void> {
  await dragTo(51, 52);
  for (const place of [1, 2, 3, 4, 5]) {
    await dragTo(52 + place);
    await answerAfter(30, place);
  }
  expect(shown).toEqual([54, 55]);
}

describe('an answer that comes late', () => {
  it('gives way to a newer position that is under way, and is shown where it is the newest', async () => {
    await dragTo(51, 52);
    await answerAfter(17, 1);
    expect(shown).toEqual([51]);
    await dragTo(53);
    await answerAfter(1, 2);
    expect(shown).toEqual([51]);
    await answerAfter(100, 3);
    expect(shown).toEqual([51, 53]);
  });

  it('is shown where giving way three times did not help, until one comes in time', async () => {
    await dragBehind();
    await answerAfter(0, 6);
    await dragTo(58);
    await answerAfter(0, 7);
    await answerAfter(0, 8);
    await dragTo(59, 60);
    await answerAfter(30, 9);
    expect(shown).toEqual([54, 55, 56, 57, 58]);
  });

  it('may give way again in the drag after', async () => {
    await dragBehind();
    hand.stop();
    for (const place of [6, 7]) await answerAfter(0, place);
    const next = asked.length;
    await dragTo(70, 71, 72);
    await answerAfter(30, next);
    expect(shown).toEqual([54, 55]);
  });
});
