import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createScreenFrames, type ScreenFrames } from '../../../renderer/views/whatIf/live/screenFrames.ts';

let requested: ((due: number) => void)[];
let frames: ScreenFrames;
let told: string[];

beforeEach(() => {
  [requested, told] = [[], []];
  vi.stubGlobal('requestAnimationFrame', (callback: (due: number) => void) => requested.push(callback));
  frames = createScreenFrames();
});
afterEach(() => vi.unstubAllGlobals());

/** As a browser does: after each callback what it led to without waiting for another task. */
async function next(due: number): Promise<void> {
  for (const callback of requested.splice(0)) {
    callback(due);
    await Promise.resolve();
    await Promise.resolve();
  }
}
const tell = (what: string) => (due: number) => told.push(`${what} ${due}`);

it('draws in the frame at whose beginning it was asked for', async () => {
  frames.begin((due) => {
    told.push(`begin ${due}`);
    void Promise.resolve().then(() => frames.draw(tell('draw')));
  });
  await next(17);
  expect(told).toEqual(['begin 17', 'draw 17']);
  expect(requested).toEqual([]);
});

it('draws in the next frame what is asked for between two', async () => {
  frames.draw(tell('one'));
  frames.draw(tell('other'));
  expect(told).toEqual([]);
  await next(17);
  expect(told).toEqual(['one 17', 'other 17']);
});

it('begins anew in the frame after what is asked for while one begins', async () => {
  const again = (due: number) => {
    told.push(`begin ${due}`);
    if (due < 50) frames.begin(again);
  };
  frames.begin(again);
  for (const due of [17, 33, 50, 67]) await next(due);
  expect(told).toEqual(['begin 17', 'begin 33', 'begin 50']);
  expect(requested).toEqual([]);
});
