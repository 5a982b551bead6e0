import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reweigh } from '../../../renderer/views/model/edit/reweigh.ts';
import { baseScope } from '../../../renderer/views/model/edit/scope.ts';
import { LiveHand } from '../../../renderer/views/whatIf/live/LiveHand.ts';
import { positionsAhead } from '../../../renderer/views/whatIf/live/positionsAhead.ts';
import type { Question } from '../../../renderer/views/whatIf/live/question.ts';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { FramesOnTest } from './framesOnTest.ts';
import { type Asked, recordingInvoke } from './recordingInvoke.ts';
import { smallDraft } from './smallDraft.ts';

const question: Question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: null, bands: null, dataChanges: 0 };
const a: Control = { kind: 'weight', node: 'a', rescaleSiblings: false };
const at = (weight: number) => reweigh(smallDraft, baseScope, 'a', weight, false);

let asked: Asked[];
let frames: FramesOnTest;
/** What was shown: for which weight, and which call's answer. */
let shown: { weight: number | undefined; answer: unknown; moverKind: string | null }[];
let failures: unknown[];
let hand: LiveHand;
const answered = new Set<Asked>();
/** The weights that were asked for; "hold" where the control was taken, "rest" where movers were asked for. */
const calls = () =>
  asked.map(({ name, input }) => (name === 'hold-control' ? 'hold' : 'movers' in input ? 'rest' : input.position!.weight));

beforeEach(() => {
  vi.useFakeTimers();
  [asked, shown, failures] = [[], [], []];
  answered.clear();
  frames = new FramesOnTest();
  hand = new LiveHand({
    invoke: recordingInvoke(asked),
    collect: () => {},
    frames,
    onAnswer: ({ model, moved, moverKind }) => shown.push({ weight: model.dimensions[0]?.weight, answer: moved.book.mean, moverKind }),
    onFailure: (failure) => failures.push(failure),
    ahead: positionsAhead,
    moverKind: () => 'largest',
  });
});
afterEach(() => {
  hand.stop();
  vi.useRealTimers();
});

/** Answers the calls that wait, the oldest first; the mean tells which call it was. */
async function answer(count: number): Promise<void> {
  for (let done = 0; done < count; done++) {
    const place = asked.findIndex((one) => !answered.has(one));
    answered.add(asked[place]!);
    await asked[place]!.answer(asked[place]!.name === 'hold-control' ? undefined : { kernelMs: 1, book: { mean: place } });
  }
}
async function drag(before: Model, after: Model): Promise<void> {
  expect(hand.follow(before, after, question)).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
}

describe('the hand', () => {
  it('looks ahead from the touch on, two positions at a time, the nearest first', async () => {
    hand.touch(a, smallDraft, question, true);
    expect(calls()).toEqual(['hold']);
    await answer(1);
    expect(calls()).toEqual(['hold', 50, 51]);
    await answer(4);
    expect(calls()).toEqual(['hold', 50, 51, 49, 52, 48, 53]);
    expect(shown).toEqual([]);
  });

  it('does not look ahead where it is only prepared, and does once it is touched', async () => {
    hand.prepare(a, smallDraft, question);
    await answer(1);
    expect(calls()).toEqual(['hold']);
    hand.touch(a, smallDraft, question, true);
    expect(calls()).toEqual(['hold', 50, 51]);
  });

  it('shows what is known in the frame of its input, without asking for it', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(4);
    expect(calls()).toEqual(['hold', 50, 51, 49, 52, 48]);
    await drag(smallDraft, at(51));
    await frames.next();
    expect(shown).toEqual([{ weight: 51, answer: 2, moverKind: null }]);
    await drag(at(51), at(49));
    await frames.next();
    expect(shown.at(-1)).toEqual({ weight: 49, answer: 3, moverKind: null });
    expect(calls()).toEqual(['hold', 50, 51, 49, 52, 48]);
  });

  it('goes on ahead of the movement, and asks nothing more once every step is known', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(4);
    await drag(smallDraft, at(51));
    await answer(3);
    expect(calls().slice(6)).toEqual([53, 54, 55]);
    while (asked.some((one) => !answered.has(one))) await answer(1);
    const weights = calls().slice(1) as number[];
    expect([...weights].sort((one, other) => one - other)).toEqual(Array.from({ length: 101 }, (_, index) => index));
  });

  it('looks ahead of a segment that gets band edges of its own to the whole book segment by segment', async () => {
    const cuts: Control = { kind: 'cuts', segment: 's' };
    hand.touch(cuts, smallDraft, question, true);
    await answer(2);
    expect(asked[1]!.input).toMatchObject({ position: { cuts: [60, 80] }, segments: true });
    await answer(4);
    const moved = { ...smallDraft, segments: [{ ...smallDraft.segments[0]!, cuts: [60.5, 80] }] };
    const count = asked.length;
    await drag(smallDraft, moved);
    await frames.next();
    expect(shown).toHaveLength(1);
    expect(asked).toHaveLength(count);
  });

  it('asks for a position that is not known beside the look ahead, and knows it from then on', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(1);
    await drag(smallDraft, at(70));
    expect(calls()).toEqual(['hold', 50, 51, 70]);
    await answer(3);
    await frames.next();
    expect(shown).toEqual([{ weight: 70, answer: 3, moverKind: null }]);
    await drag(at(70), at(50));
    await drag(at(50), at(70));
    await frames.next();
    expect(shown.at(-1)).toEqual({ weight: 70, answer: 3, moverKind: null });
    expect(calls().filter((call) => call === 70)).toHaveLength(1);
  });

  it('waits for a position that it is looking ahead to, instead of asking for it twice', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(2);
    expect(calls()).toEqual(['hold', 50, 51, 49]);
    await drag(smallDraft, at(51));
    expect(calls()).toEqual(['hold', 50, 51, 49]);
    await answer(1);
    await frames.next();
    expect(shown).toEqual([{ weight: 51, answer: 2, moverKind: null }]);
  });

  it('has what is late give way to a position that it is looking ahead to', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(1);
    await drag(smallDraft, at(90));
    await drag(at(90), at(51));
    expect(calls()).toEqual(['hold', 50, 51, 90]);
    answered.add(asked[3]!);
    await asked[3]!.answer({ kernelMs: 1, book: { mean: 3 } });
    await vi.advanceTimersByTimeAsync(50);
    await frames.next();
    expect(shown).toEqual([]);
    await answer(2);
    await frames.next();
    expect(shown).toEqual([{ weight: 51, answer: 2, moverKind: null }]);
  });

  it('leaves out an answer that comes after what was known of a newer position was shown', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(3);
    await drag(smallDraft, at(90));
    await drag(at(90), at(51));
    await frames.next();
    await answer(3);
    await frames.next();
    expect(shown.map(({ weight }) => weight)).toEqual([51]);
  });

  it('rests where it stands, known or not, with movers; then it looks no further until it moves', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(3);
    await drag(smallDraft, at(51));
    await frames.next();
    await vi.advanceTimersByTimeAsync(100);
    expect(calls().at(-1)).toBe('rest');
    await answer(3);
    await frames.next();
    expect(shown.at(-1)).toMatchObject({ weight: 51, moverKind: 'largest' });
    const count = asked.length;
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(count);
    await drag(at(51), at(52));
    await answer(1);
    expect(asked.length).toBeGreaterThan(count);
  });
});

describe('it comes to an end', () => {
  const answerAll = async () => {
    while (asked.some((one) => !answered.has(one))) await answer(1);
  };

  it('after some places around a control that is only pointed at, with all of them once it is focused', async () => {
    hand.touch(a, smallDraft, question, false);
    await vi.advanceTimersByTimeAsync(100);
    await answerAll();
    expect(calls()).toHaveLength(1 + 40);
    hand.touch(a, smallDraft, question, true);
    await answerAll();
    expect(calls()).toHaveLength(1 + 101);
  });

  it('with siblings that follow, where these have nothing left', async () => {
    hand.touch({ ...a, rescaleSiblings: true }, { ...smallDraft, dimensions: smallDraft.dimensions.slice(0, 2) }, question, true);
    await answerAll();
    expect(calls()).toHaveLength(1 + 81);
    expect(Math.max(...(calls().slice(1) as number[]))).toBe(80);
  });

  it('with band edges, which have more places than are kept', async () => {
    const bands = Array.from({ length: 7 }, (_, index) => ({ ...smallDraft.bands[0]!, id: `b${index}` }));
    const model = { ...smallDraft, bands, cuts: [10, 25, 40, 55, 70, 85] };
    hand.touch({ kind: 'cuts' }, model, question, true);
    await answerAll();
    expect(asked.length).toBeLessThanOrEqual(1 + 250);
    for (const to of [11, 12, 40.5, 69]) {
      await drag(model, { ...model, cuts: model.cuts.with(2, to) });
      await answerAll();
    }
    expect(asked.length).toBeLessThanOrEqual(1 + 5 * 251);
  });
});

describe('what can go wrong', () => {
  it('a look ahead that fails is not told; the next move asks for itself', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(2);
    await asked[2]!.fail(new Failure('engine-stopped'));
    answered.add(asked[2]!);
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls()).toEqual(['hold', 50, 51, 49]);
    expect(failures).toEqual([]);
    await drag(smallDraft, at(51));
    expect(calls()).toEqual(['hold', 50, 51, 49, 51]);
  });

  it('a position whose look ahead fails while it is waited for is asked for; of a hand that the engine let go, after it is taken again', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(2);
    await drag(smallDraft, at(51));
    await asked[2]!.fail(new Failure('hand-unknown', { hand: 'h1' }));
    answered.add(asked[2]!);
    expect(calls()).toEqual(['hold', 50, 51, 49, 'hold']);
    await answer(3);
    expect(calls()).toEqual(['hold', 50, 51, 49, 'hold', 51]);
    await frames.next();
    expect(shown).toEqual([{ weight: 51, answer: 5, moverKind: null }]);
  });

  it('what was known of a hand that the engine lost is not shown any more: the control is taken again', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(3);
    await drag(smallDraft, at(90));
    await asked.at(-1)!.fail(new Failure('engine-stopped'));
    expect(failures).toHaveLength(1);
    answered.add(asked.at(-1)!);
    await answer(2);
    await drag(at(90), at(51));
    expect(calls().at(-1)).toBe('hold');
    await frames.next();
    expect(shown).toEqual([]);
  });

  it('an edit that no control explains ends it', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(2);
    expect(hand.follow(smallDraft, { ...smallDraft, minimumCoverage: 0.5 }, question)).toBe(false);
    await answer(2);
    expect(calls()).toEqual(['hold', 50, 51, 49]);
  });

  it('nothing is looked ahead to after the stop', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(2);
    hand.stop();
    await answer(2);
    expect(calls()).toEqual(['hold', 50, 51, 49]);
  });

  it('what is known of one control is not taken for another', async () => {
    hand.touch(a, smallDraft, question, true);
    await answer(4);
    hand.touch({ ...a, node: 'b' }, smallDraft, question, true);
    expect(asked.at(-1)).toMatchObject({ name: 'hold-control', input: { control: { node: 'b' } } });
    await answer(3);
    await drag(smallDraft, reweigh(smallDraft, baseScope, 'b', 51, false));
    await frames.next();
    expect(shown).toEqual([]);
  });
});
