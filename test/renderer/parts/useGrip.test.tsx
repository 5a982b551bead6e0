// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { useGrip } from '../../../renderer/parts/useGrip.ts';
import type { Invoke } from '../../../shared/contract/contract.ts';
import { stage } from '../state/hookStage.tsx';

const unasked = (async () => expect.fail('asks nothing')) as unknown as Invoke;
let told: string[];
const grip = async () =>
  stage(
    () =>
      useGrip(
        () => told.push('begin'),
        () => told.push('end'),
      ),
    unasked,
    undefined,
  );
const up = (pointerId: number) => window.dispatchEvent(Object.assign(new Event('pointerup'), { pointerId }));

beforeEach(() => {
  told = [];
});

test('a key that repeats is one hold, until it goes up or the focus leaves', async () => {
  const { result } = await grip();
  for (let press = 0; press < 3; press++) result.holdByKey();
  result.handlers.onKeyUp();
  result.handlers.onBlur();
  expect(told).toEqual(['begin', 'end']);
});

test('the pointer holds on when the focus leaves or a key goes up, and lets go wherever it goes up', async () => {
  const { result } = await grip();
  result.holdByPointer({ pointerId: 1 });
  result.holdByKey();
  result.handlers.onKeyUp();
  result.handlers.onBlur();
  up(2);
  expect(told).toEqual(['begin']);
  up(1);
  up(1);
  expect(told).toEqual(['begin', 'end']);
});

test('what is taken off the screen while it is held is let go', async () => {
  const actor = await grip();
  actor.result.holdByPointer({ pointerId: 1 });
  await actor.leave();
  up(1);
  expect(told).toEqual(['begin', 'end']);
});
