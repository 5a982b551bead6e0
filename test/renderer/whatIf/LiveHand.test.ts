import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reweigh } from '../../../renderer/views/model/edit/reweigh.ts';
import { baseScope } from '../../../renderer/views/model/edit/scope.ts';
import { LiveHand } from '../../../renderer/views/whatIf/live/LiveHand.ts';
import type { Question } from '../../../renderer/views/whatIf/live/question.ts';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { type Asked, recordingInvoke } from './recordingInvoke.ts';
import { smallDraft } from './smallDraft.ts';

const question: Question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: null, bands: null, dataChanges: 0 };
const weightOf = (node: string): Control => ({ kind: 'weight', node, rescaleSiblings: false });
const at = (a: number, from = smallDraft) => reweigh(from, baseScope, 'a', a, false);

let asked: Asked[];
let shown: { weight: number | undefined; moverKind: string | null }[];
let failures: unknown[];
let hand: LiveHand;
const names = () => asked.map(({ name, input }) => (name === 'hold-control' ? 'hold' : input.position!.weight));

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  shown = [];
  failures = [];
  hand = new LiveHand({
    invoke: recordingInvoke(asked),
    collect: () => {},
    // Every answer is drawn when it comes.
    frames: { begin: () => {}, draw: (callback) => callback(performance.now()) },
    onAnswer: ({ model, moverKind }) => shown.push({ weight: model.dimensions[0]?.weight, moverKind }),
    onFailure: (failure) => failures.push(failure),
    ahead: () => [],
    moverKind: () => 'largest',
  });
});
afterEach(() => {
  hand.stop();
  vi.useRealTimers();
});

/** Takes the weight of `a` in hand. */
async function held(): Promise<void> {
  hand.touch(weightOf('a'), smallDraft, question, true);
  await asked[0]!.answer();
}

/** The draft goes from one model to another. */
async function drag(before: Model, after: Model, about = question): Promise<boolean> {
  const isFollowed = hand.follow(before, after, about);
  await vi.advanceTimersByTimeAsync(0);
  return isFollowed;
}

describe('a control', () => {
  it('is prepared at once when it is focused, after a moment when it is pointed at, not when it is passed over', async () => {
    hand.touch(weightOf('a'), smallDraft, question, false);
    await vi.advanceTimersByTimeAsync(30);
    hand.touch(weightOf('b'), smallDraft, question, false);
    await vi.advanceTimersByTimeAsync(100);
    expect(asked.map(({ input }) => input.control)).toEqual([weightOf('b')]);
    await asked[0]!.answer();
    hand.touch(weightOf('b'), smallDraft, question, true);
    expect(asked).toHaveLength(1);
    hand.touch(weightOf('c'), smallDraft, question, true);
    expect(asked).toHaveLength(2);
  });

  it('while it moves: two are under way, the newest waits, none is aborted, every answer is shown', async () => {
    await held();
    for (const weight of [51, 52, 53, 54, 55]) expect(await drag(smallDraft, at(weight))).toBe(true);
    expect(names()).toEqual(['hold', 51, 52]);
    await asked[1]!.answer();
    expect(names()).toEqual(['hold', 51, 52, 55]);
    await asked[2]!.answer();
    await asked[3]!.answer();
    expect(shown.map(({ weight }) => weight)).toEqual([51, 52, 55]);
  });

  it('is never shown where it was before what is shown: an answer that was overtaken is left out', async () => {
    await held();
    for (const weight of [51, 52, 53]) await drag(smallDraft, at(weight));
    await asked[2]!.answer();
    await asked[1]!.answer();
    expect(shown.map(({ weight }) => weight)).toEqual([52]);
    await asked[3]!.answer();
    await vi.advanceTimersByTimeAsync(130);
    await asked[4]!.answer();
    expect(shown.map(({ weight, moverKind }) => [weight, moverKind])).toEqual([
      [52, null],
      [53, null],
      [53, 'largest'],
    ]);
  });

  it('moved while it is still being prepared answers with the newest position, once', async () => {
    hand.touch(weightOf('a'), smallDraft, question, true);
    await drag(smallDraft, at(60));
    await drag(at(60), at(70));
    await asked[0]!.answer();
    expect(names()).toEqual(['hold', 70]);
  });

  it('at rest is asked for segments and movers as well, and not again', async () => {
    await held();
    await drag(smallDraft, at(60));
    await asked[1]!.answer();
    await vi.advanceTimersByTimeAsync(130);
    expect(asked[2]!.input).toMatchObject({ segments: true, movers: { kind: 'largest' } });
    await asked[2]!.answer();
    expect(shown).toEqual([
      { weight: 60, moverKind: null },
      { weight: 60, moverKind: 'largest' },
    ]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(3);
  });
});

describe('two controls at once', () => {
  it('are never mixed up: each edit is answered by a hand that has the other edit in it', async () => {
    await held();
    hand.touch(weightOf('b'), smallDraft, question, false);
    const first = at(60);
    await drag(smallDraft, first);
    await asked[1]!.answer();
    const second = reweigh(first, baseScope, 'b', 5, false);
    expect(await drag(first, second)).toBe(true);
    expect(asked[2]).toMatchObject({ name: 'hold-control', input: { control: weightOf('b'), draft: first } });
    await asked[2]!.answer();
    const third = at(65, second);
    expect(await drag(second, third)).toBe(true);
    await asked[3]!.answer();
    expect(asked[4]).toMatchObject({ name: 'hold-control', input: { control: weightOf('a'), draft: second } });
  });

  it.each([
    ['in order', [3, 4]],
    ['in no order', [4, 3]],
  ])('nothing is asked beside a control that is being taken, so what was moved last is shown last: answered %s', async (_, order) => {
    await held();
    hand.touch(weightOf('b'), smallDraft, question, false);
    const started = smallDraft.dimensions.find(({ id }) => id === 'b')!.weight;
    const b = (weight: number) => reweigh(smallDraft, baseScope, 'b', weight, false);
    await drag(smallDraft, b(31));
    expect(names()).toEqual(['hold', 'hold']);
    // On its way the slider comes by where it was picked up, which the other control explains as well.
    await drag(b(31), b(started));
    await drag(b(started), b(40));
    expect(names()).toEqual(['hold', 'hold']);
    await asked[1]!.answer();
    await drag(b(40), b(41));
    expect(names()).toEqual(['hold', 'hold', 40, 41]);
    await drag(b(41), b(42));
    for (const index of order) await asked[index - 1]!.answer();
    await asked.at(-1)!.answer();
    await vi.advanceTimersByTimeAsync(130);
    await asked.at(-1)!.answer();
    expect(shown.at(-1)?.moverKind).toBe('largest');
    expect(asked.at(-1)!.input.position!.weight).toBe(42);
  });

  it('one that moves while another is being taken is taken from where it began to move, not from where it has come to', async () => {
    const rescaling: Control = { kind: 'weight', node: 'a', rescaleSiblings: true };
    const a = (weight: number) => reweigh(smallDraft, baseScope, 'a', weight, true);
    hand.touch(weightOf('b'), smallDraft, question, true);
    hand.touch(rescaling, smallDraft, question, true);
    await drag(smallDraft, a(60));
    await drag(a(60), a(100));
    await drag(a(100), a(100));
    await asked[0]!.answer();
    expect(asked[1]).toMatchObject({ name: 'hold-control', input: { control: rescaling, draft: smallDraft } });
    await asked[1]!.answer();
    await asked[2]!.answer();
    await drag(a(100), a(99));
    expect(names()).toEqual(['hold', 'hold', 100, 99]);
  });

  it('the one rests although another is pointed at meanwhile', async () => {
    await held();
    await drag(smallDraft, at(60));
    hand.touch(weightOf('b'), at(60), question, true);
    await asked[1]!.answer();
    expect(asked[2]).toMatchObject({ name: 'hold-control', input: { control: weightOf('b') } });
    await asked[2]!.answer();
    await vi.advanceTimersByTimeAsync(130);
    expect(asked.slice(3).map(({ name }) => name)).toContain('hold-control');
    await asked[3]!.answer();
    await asked[4]!.answer();
    expect(shown.at(-1)).toEqual({ weight: 60, moverKind: 'largest' });
  });

  it('an edit that no control explains has no live answer', async () => {
    await held();
    const elsewhere = { ...smallDraft, minimumCoverage: 0.5 };
    expect(await drag(smallDraft, elsewhere)).toBe(false);
    expect(asked).toHaveLength(1);
  });
});

describe('what can go wrong', () => {
  it('an engine that does not know the hand any more: it is taken again, once, and goes on', async () => {
    await held();
    await drag(smallDraft, at(60));
    await asked[1]!.fail(new Failure('hand-unknown', { hand: 'h1' }));
    expect(names()).toEqual(['hold', 60, 'hold']);
    await asked[2]!.answer();
    await asked[3]!.answer();
    expect(shown).toEqual([{ weight: 60, moverKind: null }]);
    expect(failures).toEqual([]);
  });

  it('an engine that does not know it any more, asked for two positions: it is taken again once, for the newer', async () => {
    await held();
    await drag(smallDraft, at(60));
    await drag(at(60), at(61));
    await asked[1]!.fail(new Failure('hand-unknown', { hand: 'h1' }));
    await asked[2]!.fail(new Failure('hand-unknown', { hand: 'h1' }));
    expect(names()).toEqual(['hold', 60, 61, 'hold']);
    await asked[3]!.answer();
    await asked[4]!.answer();
    expect(shown).toEqual([{ weight: 61, moverKind: null }]);
    expect(failures).toEqual([]);
  });

  it('an engine that stops in mid-drag: the failure is told and the next move takes the control again', async () => {
    await held();
    await drag(smallDraft, at(60));
    await asked[1]!.fail(new Failure('engine-stopped'));
    expect(failures).toHaveLength(1);
    expect(await drag(at(60), at(61))).toBe(true);
    expect(names()).toEqual(['hold', 60, 'hold']);
    await asked[2]!.answer();
    await asked[3]!.answer();
    expect(shown).toEqual([{ weight: 61, moverKind: null }]);
  });

  it('what failed is not taken back by an older position that is answered after it', async () => {
    await held();
    await drag(smallDraft, at(60));
    await drag(at(60), at(61));
    await asked[2]!.fail(new Failure('position-invalid', { problem: 'any' }));
    await asked[1]!.answer();
    expect(failures).toHaveLength(1);
    expect(shown).toEqual([]);
  });

  it('a control that cannot be prepared is no failure before it is moved', async () => {
    hand.touch(weightOf('a'), smallDraft, question, true);
    await asked[0]!.fail(new Failure('weight-not-movable', { node: 'a' }));
    expect(failures).toEqual([]);
  });

  it('an engine lost where the siblings have come to 0: the control is taken as it was picked up', async () => {
    const rescaling: Control = { kind: 'weight', node: 'a', rescaleSiblings: true };
    hand.touch(rescaling, smallDraft, question, true);
    await asked[0]!.answer();
    const end = reweigh(smallDraft, baseScope, 'a', 100, true);
    await drag(smallDraft, end);
    await asked[1]!.fail(new Failure('engine-stopped'));
    const back = reweigh(smallDraft, baseScope, 'a', 99, true);
    expect(await drag(end, back)).toBe(true);
    expect(asked[2]).toMatchObject({ name: 'hold-control', input: { draft: smallDraft } });
    await asked[2]!.answer();
    await asked[3]!.answer();
    expect(shown).toEqual([{ weight: 99, moverKind: null }]);
  });

  it('an answer, or a failure, that comes after the stop is not told; a touch after it begins anew', async () => {
    await held();
    await drag(smallDraft, at(60));
    hand.stop();
    await asked[1]!.answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([]);
    await drag(at(60), at(61));
    hand.stop();
    await asked[2]!.fail(new Failure('engine-stopped'));
    expect(failures).toEqual([]);
    await drag(at(61), at(62));
    await asked[3]!.answer();
    await asked[4]!.answer();
    expect(shown).toEqual([{ weight: 62, moverKind: null }]);
  });

  it('data that changed since: the control is taken in hand again', async () => {
    await held();
    await drag(smallDraft, at(60), { ...question, dataChanges: 1 });
    expect(names()).toEqual(['hold', 'hold']);
  });

  it('another baseline asks for another hand', async () => {
    await held();
    await drag(smallDraft, at(60), { ...question, baseline: { version: 'v2' } });
    expect(asked[1]).toMatchObject({ name: 'hold-control', input: { baseline: { version: 'v2' } } });
  });
});
