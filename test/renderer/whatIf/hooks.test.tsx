// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useStudy } from '../../../renderer/state/studyStore.ts';
import { reweigh } from '../../../renderer/views/model/edit/reweigh.ts';
import { baseScope } from '../../../renderer/views/model/edit/scope.ts';
import { removeScenario } from '../../../renderer/views/whatIf/edit/scenarios.ts';
import { clearFrames, isExactFor, useFrames } from '../../../renderer/views/whatIf/frameStore.ts';
import type { Question } from '../../../renderer/views/whatIf/live/question.ts';
import { useBaseline } from '../../../renderer/views/whatIf/useBaseline.ts';
import { useComparison } from '../../../renderer/views/whatIf/useComparison.ts';
import { useLiveHand } from '../../../renderer/views/whatIf/useLiveHand.ts';
import { useReadAhead } from '../../../renderer/views/whatIf/useReadAhead.ts';
import { useRestedModel } from '../../../renderer/views/whatIf/useRestedModel.ts';
import type { Invoke } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { openStudyOf } from '../openStudyOf.ts';
import { stage } from '../state/hookStage.tsx';
import { smallBook, smallDraft } from './smallDraft.ts';

const study = (path: string) => openStudyOf({ models: [smallDraft], currentModel: 'm' }, path);

let asked: { name: string; input: { draft?: { model: Model }; name?: string } }[];
let versions: object[];
const outline = { edges: [0, 100], accounts: [10], revenue: [1000], mean: 70 };
const answers: Record<string, (input: object) => object> = {
  'list-versions': () => ({ versions }),
  'save-version': ({ name }: { name?: string }) => ({ id: 'v1', name }),
  'read-version': () => ({ version: { id: 'v1', name: 'first' }, model: smallDraft }),
  'compare-models': () => ({ book: smallBook, outline, segments: [], baseline: { bands: [] }, draft: { bands: [] } }),
  'compare-evidence': () => ({}),
  'hold-control': () => ({ hand: 'h', accounts: 10, inHand: 5, baseline: outline }),
  'move-control': () => ({ book: { ...smallBook, mean: 60 }, proof: null, segments: null, movers: null, kernelMs: 1 }),
};
const invoke = (async (name: string, input: object) => {
  asked.push({ name, input });
  return answers[name]!(input);
}) as unknown as Invoke;
const names = () => asked.map(({ name }) => name);
const weigh = (weight: number) =>
  useStudy
    .getState()
    .edit('weight', (draft) => ({ ...draft, models: draft.models.map((one) => reweigh(one, baseScope, 'a', weight, false)) }));
/** The answers of the hand are drawn in the next frame. */
const frameMilliseconds = 17;
const pass = (milliseconds: number) => act(async () => vi.advanceTimersByTimeAsync(milliseconds));
const question: Question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: null, bands: null, dataChanges: 0 };

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  versions = [];
  clearFrames();
  useStudy.getState().adopt(study('/studies/q3'));
});
afterEach(() => vi.useRealTimers());

test('the draft rests a moment after the last edit, and not while a control is held', async () => {
  const actor = await stage(useRestedModel, invoke, undefined);
  await act(async () => weigh(60));
  expect(actor.result).toEqual({ model: smallDraft, isMoving: true });
  await pass(150);
  expect(actor.result).toMatchObject({ model: { dimensions: [{ weight: 60 }, {}, {}] }, isMoving: false });
  await act(async () => {
    useStudy.getState().beginDrag();
    weigh(70);
  });
  await pass(1000);
  expect(actor.result).toMatchObject({ model: { dimensions: [{ weight: 60 }, {}, {}] }, isMoving: true });
  await act(async () => useStudy.getState().endDrag());
  await pass(150);
  expect(actor.result).toMatchObject({ model: { dimensions: [{ weight: 70 }, {}, {}] }, isMoving: false });
});

test('a study without a baseline gets its model as the first version, once: undoing it leaves none', async () => {
  useStudy.getState().adopt(study('/studies/fresh'));
  const actor = await stage(useBaseline, invoke, undefined);
  await pass(0);
  expect(asked[1]).toMatchObject({ name: 'save-version', input: { model: smallDraft } });
  expect(asked[1]!.input.name).toMatch(/^as of \d{4}-\d{2}-\d{2}$/);
  expect(useStudy.getState().draft.baseline).toEqual({ version: 'v1' });
  expect(actor.result).toMatchObject({ isFirst: true, baseline: { scorer: { version: 'v1' }, model: smallDraft, name: 'first' } });
  await act(async () => useStudy.getState().undo());
  expect(actor.result).toMatchObject({ baseline: null, isMissing: true });
  expect(names().filter((name) => name === 'save-version')).toHaveLength(1);
});

test('a study whose baseline is deleted has none, and saves no version by itself', async () => {
  const scenario = { id: 'x', name: 'X', model: smallDraft };
  const opened = study('/studies/held');
  useStudy.getState().adopt({ ...opened, study: { ...opened.study, scenarios: [scenario], baseline: { scenario: 'x' } } });
  const actor = await stage(useBaseline, invoke, undefined);
  expect(actor.result).toMatchObject({ baseline: { name: 'X' }, isMissing: false });
  await act(async () => useStudy.getState().edit('deleting X', (draft) => removeScenario(draft, 'x')));
  await pass(0);
  expect(actor.result).toMatchObject({ baseline: null, isMissing: true });
  expect(names()).toEqual([]);
  await act(async () => useStudy.getState().undo());
  expect(actor.result).toMatchObject({ baseline: { name: 'X' }, isMissing: false });
});

test('a study with versions and no baseline has lost it: none is made', async () => {
  versions = [{ id: 'v1' }];
  useStudy.getState().adopt(study('/studies/lost'));
  const actor = await stage(useBaseline, invoke, undefined);
  await pass(0);
  expect(actor.result).toMatchObject({ baseline: null, isMissing: true });
  expect(names()).toEqual(['list-versions']);
});

test('a scenario or another model is the baseline whole, so that nothing waits for the study to be saved', async () => {
  const scenario = { id: 'x', name: 'X', model: { ...smallDraft, cuts: [50, 70] } };
  useStudy.getState().edit('', (draft) => ({ ...draft, scenarios: [scenario], baseline: { scenario: 'x' } }));
  const actor = await stage(useBaseline, invoke, undefined);
  expect(actor.result.baseline).toEqual({ scorer: { model: scenario.model }, model: scenario.model, name: 'X' });
});

test('what is in hand is shown as approximate until the exact book takes its place', async () => {
  const { result: live } = await stage(useLiveHand, invoke, question);
  const actor = await stage(({ model, isMoving }: ReturnType<typeof useRestedModel>) => useComparison(question, model, isMoving), invoke, {
    model: smallDraft,
    isMoving: false,
  });
  await pass(0);
  expect(useFrames.getState().frame).toMatchObject({ isExact: true, model: smallDraft });
  live.touch({ kind: 'weight', node: 'a', rescaleSiblings: false }, true);
  await pass(0);
  await act(async () => weigh(60));
  await pass(frameMilliseconds);
  expect(useFrames.getState().frame).toMatchObject({ isExact: false, sampled: { accounts: 5 }, book: { mean: 60 } });
  const [model] = useStudy.getState().draft.models;
  await actor.show({ model: model!, isMoving: false });
  await pass(0);
  expect(asked.at(-1)).toMatchObject({ name: 'compare-models', input: { draft: { model } } });
  expect(useFrames.getState().frame).toMatchObject({ isExact: true, model, book: { mean: 71.23 } });
});

test('what every control needs is read once the exact book is shown, and again for another slice', async () => {
  const useShown = (about: Question | null) => useReadAhead(useLiveHand(about ?? question).prepare, about);
  const actor = await stage(useShown, invoke, null);
  await pass(300);
  expect(names()).toEqual([]);
  await actor.show(question);
  await pass(0);
  expect(asked).toMatchObject([{ name: 'hold-control', input: { control: { kind: 'weight', node: 'a' } } }]);
  await actor.show({ ...question, segment: 's' });
  await pass(0);
  expect(asked.at(-1)).toMatchObject({ name: 'hold-control', input: { segment: 's' } });
});

/** The live hand and the exact comparison of one question, as the screen has them. */
const useScreen = (about: Question) => {
  const live = useLiveHand(about);
  const { model, isMoving } = useRestedModel();
  useComparison(about, model, isMoving);
  return live;
};
const isExact = (about = question) => isExactFor(useFrames.getState().frame, about, useStudy.getState().draft.models[0] ?? null);
const takeA = async (touch: ReturnType<typeof useLiveHand>['touch']) => {
  touch({ kind: 'weight', node: 'a', rescaleSiblings: false }, true);
  await pass(0);
};

test('a drag that is taken back before it rested shows the exact book again', async () => {
  const actor = await stage(useScreen, invoke, question);
  await pass(300);
  await takeA(actor.result.touch);
  await act(async () => {
    useStudy.getState().beginDrag();
    weigh(60);
  });
  await pass(500);
  expect(useFrames.getState().frame).toMatchObject({ isExact: false, book: { mean: 60 } });
  await act(async () => useStudy.getState().undo());
  await pass(1000);
  expect(isExact()).toBe(true);
  expect(useFrames.getState().frame).toMatchObject({ isExact: true, model: smallDraft, book: { mean: 71.23 } });
});

test('evidence is asked for once the book is here, or has failed', async () => {
  const asking = { ...question, outcome: 'lost' };
  let settle = { resolve: (_: object) => {}, reject: (_: Failure) => {} };
  const slow = ((name: string, input: object) => {
    if (name !== 'compare-models') return invoke(name as 'compare-evidence', input as never);
    return new Promise<object>((resolve, reject) => (settle = { resolve, reject }));
  }) as unknown as Invoke;
  await stage(useScreen, slow, asking);
  await pass(300);
  expect(names()).not.toContain('compare-evidence');
  settle.resolve(answers['compare-models']!({}));
  await pass(0);
  expect(names().filter((name) => name === 'compare-evidence')).toHaveLength(1);
  await act(async () => weigh(60));
  await pass(1000);
  settle.reject(new Failure('engine-stopped'));
  await pass(0);
  expect(names().filter((name) => name === 'compare-evidence')).toHaveLength(2);
});

test('numbers of one slice are not exact for another, and an answer about the slice before is not shown', async () => {
  const waiting: (() => void)[] = [];
  const slow = ((name: string, input: { segment?: string }) =>
    input.segment === undefined && name !== 'move-control'
      ? invoke(name as 'compare-models', input as never)
      : new Promise((resolve) => waiting.push(() => resolve(answers[name]!(input))))) as unknown as Invoke;
  const actor = await stage(useScreen, slow, question);
  await pass(300);
  await takeA(actor.result.touch);
  await act(async () => weigh(60));
  await pass(0);
  const sliced = { ...question, segment: 's' };
  await actor.show(sliced);
  const before = useFrames.getState().frame;
  waiting[0]!();
  await pass(0);
  expect(useFrames.getState().frame).toBe(before);
  expect(isExact(sliced)).toBe(false);
  await pass(500);
  for (let index = 1; index < waiting.length; index++) {
    waiting[index]!();
    await pass(0);
  }
  expect(isExact(sliced)).toBe(true);
});

test('other data: what is shown is not exact until it is compared anew', async () => {
  const actor = await stage(useScreen, invoke, question);
  await pass(300);
  expect(isExact()).toBe(true);
  const renewed = { ...question, dataChanges: 1 };
  expect(isExact(renewed)).toBe(false);
  await actor.show(renewed);
  await pass(0);
  expect(isExact(renewed)).toBe(true);
});
