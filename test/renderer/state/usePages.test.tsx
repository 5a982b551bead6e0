// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test } from 'vitest';
import { usePages } from '../../../renderer/state/usePages.ts';
import type { Invoke } from '../../../shared/contract/contract.ts';
import { stage } from './hookStage.tsx';

const total = 450;
const pageOf = (list: string, offset: number, limit: number) => ({
  total,
  rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => `${list}${offset + index}`),
});
const never = (() => new Promise(() => {})) as unknown as Invoke;

test('fetches the pages that come into sight, each once', async () => {
  const offsets: number[] = [];
  const fetch = async (offset: number, limit: number) => {
    offsets.push(offset);
    return pageOf('a', offset, limit);
  };
  const actor = await stage((question: string) => usePages(question, fetch), never, 'a');
  expect([actor.result.total, actor.result.rowAt(7), actor.result.rowAt(399)]).toEqual([total, 'a7', undefined]);
  await act(async () => actor.result.onRange(190, 420));
  await act(async () => actor.result.onRange(190, 420));
  expect(actor.result.rowAt(399)).toBe('a399');
  expect(offsets).toEqual([0, 200, 400]);
  expect(await actor.result.allRows()).toEqual(pageOf('a', 0, total).rows);
});

test('keeps the old rows until the first page of the new list is there, and ignores late pages of the old one', async () => {
  const answers = new Map<string, () => void>();
  const use = (list: string) =>
    usePages(
      list,
      (offset, limit) =>
        new Promise<{ total: number; rows: string[] }>((resolve) =>
          answers.set(`${list}${offset}`, () => resolve(pageOf(list, offset, limit))),
        ),
    );
  const actor = await stage(use, never, 'a');
  await act(async () => answers.get('a0')!());
  await act(async () => actor.result.onRange(200, 210));
  const late = answers.get('a200')!;
  await actor.show('b');
  expect(actor.result).toMatchObject({ stale: true, total });
  expect(actor.result.rowAt(3)).toBe('a3');
  await act(async () => late());
  expect(actor.result.stale).toBe(true);
  await act(async () => answers.get('b0')!());
  expect(actor.result.rowAt(3)).toBe('b3');
  expect(actor.result.stale).toBe(false);
});

test('tells a failure and asks again when asked again', async () => {
  let fails = true;
  const fetch = async (offset: number, limit: number) => {
    if (fails) throw new Error('no');
    return pageOf('a', offset, limit);
  };
  const actor = await stage((question: string) => usePages(question, fetch), never, 'a');
  expect(actor.result).toMatchObject({ total: null, failure: { message: 'no' } });
  fails = false;
  await act(async () => actor.result.onRange(0, 10));
  expect(actor.result).toMatchObject({ total, failure: null });
});

test('aborts what it fetches for a list that is not asked for any more, and fetches nothing while none is', async () => {
  const signals: AbortSignal[] = [];
  const use = (list: string | null) =>
    usePages(list, (offset, limit, signal) => {
      signals.push(signal!);
      return new Promise<{ total: number; rows: string[] }>((resolve, reject) => {
        signal!.addEventListener('abort', () => reject(new Error('aborted')));
        if (list !== 'slow') resolve(pageOf(list!, offset, limit));
      });
    });
  const actor = await stage(use, never, 'a' as string | null);
  await actor.show('slow');
  await actor.show(null);
  await act(async () => actor.result.onRange(0, 10));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(actor.result).toMatchObject({ stale: true, failure: null });
  expect(actor.result.rowAt(3)).toBe('a3');

  await actor.show('b');
  expect(actor.result.rowAt(3)).toBe('b3');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
});

test('asks for the pages in sight again with a new list, and with the same after nothing was asked', async () => {
  const asked: string[] = [];
  const use = (list: string | null) =>
    usePages(list, (offset, limit, signal) => {
      asked.push(`${list}${offset}`);
      return new Promise<{ total: number; rows: string[] }>((resolve, reject) => {
        signal!.addEventListener('abort', () => reject(new Error('aborted')));
        if (list !== 'a' || offset === 0 || asked.includes('b0')) resolve(pageOf(list!, offset, limit));
      });
    });
  const actor = await stage(use, never, 'a' as string | null);
  await act(async () => actor.result.onRange(400, 420));
  await actor.show(null);
  expect(actor.result.rowAt(410)).toBeUndefined();
  await actor.show('b');
  expect(actor.result.rowAt(410)).toBe('b410');
  await actor.show(null);
  await actor.show('a');
  expect(actor.result.rowAt(410)).toBe('a410');
  expect(asked).toEqual(['a0', 'a400', 'b0', 'b400', 'a0', 'a400']);
});
