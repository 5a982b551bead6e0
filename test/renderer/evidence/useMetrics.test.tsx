// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { useStudy } from '../../../renderer/state/studyStore.ts';
import { useMetrics } from '../../../renderer/views/evidence/metrics/useMetrics.ts';
import type { Invoke } from '../../../shared/contract/contract.ts';
import type { Model } from '../../../shared/model/model.ts';
import { stage } from '../state/hookStage.tsx';

let asked: { first: number | undefined; answer: (isWhole: boolean) => Promise<void> }[];
const invoke = ((_: string, { first, outcome }: { first?: number; outcome: string }) =>
  new Promise<unknown>((resolve) => {
    const answer = (isWhole: boolean) => act(async () => resolve({ basis: { outcome: { id: outcome } }, isWhole }));
    asked.push({ first, answer });
  })) as unknown as Invoke;
const hook = (outcome: string) => useMetrics(outcome, { id: 'health' } as Model, {});

beforeEach(() => {
  asked = [];
  useStudy.setState({ open: { path: '/studies/q3', revision: 1 } as never });
});

it('shows the first metrics while the others are measured, then all', async () => {
  const seen = await stage(hook, invoke, 'churned');
  expect(asked.map(({ first }) => first)).toEqual([6]);
  await asked[0]!.answer(false);
  expect(seen.result).toMatchObject({ value: { isWhole: false }, progress: { share: null } });
  expect(asked.map(({ first }) => first)).toEqual([6, undefined]);
  await asked[1]!.answer(true);
  expect(seen.result).toMatchObject({ value: { isWhole: true }, progress: null, failure: null });
});

it('asks once where the first are all there are', async () => {
  const seen = await stage(hook, invoke, 'churned');
  await asked[0]!.answer(true);
  expect(asked).toHaveLength(1);
  expect(seen.result).toMatchObject({ value: { isWhole: true }, progress: null });
});
