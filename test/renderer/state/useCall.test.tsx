// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { useStudy } from '../../../renderer/state/studyStore.ts';
import { useCall } from '../../../renderer/state/useCall.ts';
import type { Invoke, InvokeOptions } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import { openStudyOf } from '../openStudyOf.ts';
import { stage } from './hookStage.tsx';

interface Asked {
  account: string;
  options: InvokeOptions;
  answer: (value: unknown) => Promise<void>;
  fail: (failure: unknown) => Promise<void>;
}

const open = openStudyOf();
const explain = (account: string | null) => useCall('explain-account', account === null ? null : { account });
let asked: Asked[];
const invoke = ((_: string, { account }: { account: string }, options: InvokeOptions) =>
  new Promise<unknown>((resolve, reject) => {
    asked.push({
      account,
      options,
      answer: async (value) => act(async () => resolve(value)),
      fail: async (failure) => act(async () => reject(failure)),
    });
  })) as unknown as Invoke;
const accounts = () => asked.map(({ account }) => account);

beforeEach(() => {
  asked = [];
  useStudy.getState().adopt(open);
});

test('one runs, one waits, the newest wins, and the running one is not aborted', async () => {
  const actor = await stage(explain, invoke, 'A');
  for (const account of ['B', 'C', 'D']) await actor.show(account);
  expect(accounts()).toEqual(['A']);
  expect(asked[0]!.options.signal?.aborted).toBe(false);
  await asked[0]!.answer('about A');
  expect(accounts()).toEqual(['A', 'D']);
  expect(actor.result).toMatchObject({ value: 'about A', progress: {} });
  await asked[1]!.answer('about D');
  expect(actor.result).toMatchObject({ value: 'about D', progress: null, failure: null });
});

test('the last answer stays while a newer one is on its way, and beside a failure', async () => {
  const actor = await stage(explain, invoke, 'A');
  await asked[0]!.answer('about A');
  await actor.show('B');
  expect(actor.result).toMatchObject({ value: 'about A', progress: { share: null } });
  await asked[1]!.fail(new Failure('account-unknown', { account: 'B', asOf: '2026-01-31' }));
  expect(actor.result).toMatchObject({ value: 'about A', progress: null, failure: { code: 'account-unknown' } });
});

test('the same content is not asked twice, a saved study and a new engine are', async () => {
  const actor = await stage(explain, invoke, 'A');
  await asked[0]!.answer('first');
  await actor.show('A');
  expect(asked).toHaveLength(1);
  await act(async () => useStudy.getState().setSaved(useStudy.getState().draft, 2));
  expect(asked).toHaveLength(2);
  await asked[1]!.answer('second');
  await act(async () => useStudy.getState().resume({ ...open, revision: 2 }));
  expect(asked).toHaveLength(3);
});

test('what was asked before nothing was is not asked anew: its answer is there, or on its way', async () => {
  const actor = await stage(explain, invoke, 'A');
  await actor.show(null);
  await actor.show('A');
  expect(actor.result.isCurrent).toBe(false);
  await asked[0]!.answer('about A');
  await actor.show(null);
  expect(actor.result.isCurrent).toBe(false);
  await actor.show('A');
  expect(actor.result).toMatchObject({ value: 'about A', isCurrent: true });
  expect(accounts()).toEqual(['A']);
});

test('a question that was answered before another failed is answered still, and the failure is not its own', async () => {
  const actor = await stage(explain, invoke, 'A');
  await asked[0]!.answer('about A');
  await actor.show('B');
  await asked[1]!.fail(new Failure('engine-stopped'));
  await actor.show('A');
  expect(actor.result).toMatchObject({ value: 'about A', isCurrent: true, failure: null });
  expect(accounts()).toEqual(['A', 'B']);
});

test('what waits is not asked when it turns out to be answered already', async () => {
  const actor = await stage(explain, invoke, 'A');
  await asked[0]!.answer('about A');
  await actor.show('B');
  await act(async () => actor.result.cancel());
  await actor.show('A');
  await asked[1]!.fail(new Failure('cancelled'));
  expect(accounts()).toEqual(['A', 'B']);
  expect(actor.result).toMatchObject({ value: 'about A', isCurrent: true, progress: null, failure: null });
});

test('a question that was cancelled is asked anew', async () => {
  const actor = await stage(explain, invoke, 'A');
  await act(async () => actor.result.cancel());
  await actor.show(null);
  await actor.show('A');
  await asked[0]!.fail(new Failure('cancelled'));
  expect(accounts()).toEqual(['A', 'A']);
});

test('a null input asks nothing; progress is passed on; leaving aborts', async () => {
  const actor = await stage(explain, invoke, null);
  expect(asked).toEqual([]);
  await actor.show('A');
  await act(async () => asked[0]!.options.onProgress?.({ share: 0.5, step: 'half' }));
  expect(actor.result.progress).toEqual({ share: 0.5, step: 'half' });
  await actor.leave();
  expect(asked[0]!.options.signal?.aborted).toBe(true);
});
