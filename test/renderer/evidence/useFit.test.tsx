// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useStudy } from '../../../renderer/state/studyStore.ts';
import { useFits } from '../../../renderer/views/evidence/fits/fitStore.ts';
import { useFit } from '../../../renderer/views/evidence/fits/useFit.ts';
import type { Invoke, InvokeOptions } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import { stage } from '../state/hookStage.tsx';

interface Asked {
  kind: string;
  options: InvokeOptions;
  answer: (value: unknown) => Promise<void>;
}

let asked: Asked[];
/** An engine that answers when told to, and gives up when it is cancelled. */
const invoke = ((_: string, { kind }: { kind: string }, options: InvokeOptions) =>
  new Promise<unknown>((resolve, reject) => {
    options.signal?.addEventListener('abort', () => reject(new Failure('cancelled')));
    asked.push({ kind, options, answer: async (value) => act(async () => resolve(value)) });
  })) as unknown as Invoke;

const splines = { outcome: 'churned', kind: 'splines' as const };
const pairs = { outcome: 'churned', kind: 'pairs' as const };
const hook = (wanted: typeof splines | typeof pairs) => useFit('run-challenger', wanted);
const openStudy = (path: string) => useStudy.setState({ open: { path } as never });

beforeEach(() => {
  asked = [];
  openStudy('/studies/q3');
  useFits.setState({ path: null, fits: {} });
});

describe('a fit', () => {
  it('begins when it is asked for, tells how far it is, and keeps its answer', async () => {
    const seen = await stage(hook, invoke, splines);
    expect(asked).toEqual([]);
    await act(async () => void seen.result.start());
    expect(seen.result.progress).toEqual({ share: null, step: '' });
    await act(async () => asked[0]!.options.onProgress?.({ share: 0.5, step: 'Fold 3' }));
    expect(seen.result.progress?.share).toBe(0.5);
    await asked[0]!.answer({ kind: 'splines' });
    expect(seen.result).toMatchObject({ value: { kind: 'splines' }, progress: null, failure: null, stale: false });
  });

  it('shows what is ready of its answer while it runs, and nothing of it after a cancel', async () => {
    const seen = await stage(hook, invoke, splines);
    const part = { level: 'metrics', weights: [], hasRanges: false };
    for (const stop of [() => asked[0]!.answer({ kind: 'splines' }), () => act(async () => seen.result.cancel())]) {
      await act(async () => void seen.result.start());
      expect(seen.result.partial).toBeNull();
      await act(async () => (asked.at(-1)!.options.onPartial as (told: unknown) => void)(part));
      expect(seen.result.partial).toEqual(part);
      await stop();
      expect(seen.result.partial).toBeNull();
    }
    expect(seen.result.value).toEqual({ kind: 'splines' });
  });

  it('shows what is ready only while that is of what is wanted', async () => {
    const seen = await stage(hook, invoke, splines);
    await act(async () => void seen.result.start());
    await asked[0]!.answer({ kind: 'splines' });
    await act(async () => void seen.result.start());
    const part = { level: 'metrics', weights: [], hasRanges: false };
    await act(async () => (asked[1]!.options.onPartial as (told: unknown) => void)(part));
    await seen.show({ ...splines, outcome: 'renewed' });
    expect(seen.result).toMatchObject({ partial: null, value: { kind: 'splines' }, stale: true });
    await seen.show({ ...splines });
    expect(seen.result).toMatchObject({ partial: part, stale: false });
  });

  it('goes on while something else is looked at, and its answer waits there', async () => {
    const first = await stage(hook, invoke, splines);
    await act(async () => void first.result.start());
    await first.leave();
    expect(asked[0]!.options.signal?.aborted).toBe(false);
    await asked[0]!.answer({ kind: 'splines' });
    const again = await stage(hook, invoke, splines);
    expect(again.result.value).toEqual({ kind: 'splines' });
  });

  it('says that its answer is to an older question', async () => {
    const seen = await stage(hook, invoke, splines);
    await act(async () => void seen.result.start());
    await asked[0]!.answer({ kind: 'splines' });
    await seen.show(pairs);
    expect(seen.result).toMatchObject({ value: { kind: 'splines' }, stale: true });
    await seen.show({ ...splines });
    expect(seen.result.stale).toBe(false);
  });

  it('is cancelled, keeps what was there, and can begin again', async () => {
    const seen = await stage(hook, invoke, splines);
    await act(async () => void seen.result.start());
    await asked[0]!.answer({ kind: 'splines' });
    await act(async () => void seen.result.start());
    await act(async () => seen.result.cancel());
    expect(seen.result).toMatchObject({ value: { kind: 'splines' }, progress: null });
    expect(seen.result.failure?.code).toBe('cancelled');
    await act(async () => void seen.result.start());
    expect(seen.result.failure).toBeNull();
    await asked[2]!.answer({ kind: 'pairs' });
    expect(seen.result.value).toEqual({ kind: 'pairs' });
  });

  it('belongs to its study: another one begins without answers, and ends what runs when it fits itself', async () => {
    const seen = await stage(hook, invoke, splines);
    await act(async () => void seen.result.start());
    await act(async () => openStudy('/studies/q4'));
    expect(seen.result).toMatchObject({ value: null, progress: null });
    await act(async () => void seen.result.start());
    expect(asked[0]!.options.signal?.aborted).toBe(true);
    await asked[1]!.answer({ kind: 'splines' });
    expect(seen.result.value).toEqual({ kind: 'splines' });
  });
});
