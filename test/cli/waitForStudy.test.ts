import { expect, it } from 'vitest';
import type { CallEngine } from '../../electron/cli/Verb.ts';
import { waitForStudy } from '../../electron/cli/waitForStudy.ts';
import { Failure } from '../../shared/failure.ts';

/** A study that another process holds for the first calls, and what was tried and said. */
function held(times: number, seconds: number, signal = new AbortController().signal) {
  const seen = { calls: 0, waits: 0 };
  const call = async () => {
    if (++seen.calls <= times) throw new Failure('study-in-use', { path: 'q3', process: 7, lock: 'q3/.work/lock' });
    return {};
  };
  const asked = waitForStudy(call as CallEngine, seconds, signal, () => seen.waits++)('open-study', { path: 'q3' });
  return { seen, asked };
}

it('asks again until the study is free', async () => {
  const { seen, asked } = held(2, 5);
  await asked;
  expect(seen).toEqual({ calls: 3, waits: 2 });
});

it('gives up at once without a time to wait, and after it with one', async () => {
  const { seen, asked } = held(9, 0);
  await expect(asked).rejects.toMatchObject({ code: 'study-in-use' });
  expect(seen).toEqual({ calls: 1, waits: 0 });
  const later = held(9, 0.5);
  await expect(later.asked).rejects.toMatchObject({ code: 'study-in-use' });
  expect(later.seen.calls).toBeGreaterThan(1);
});

it('ends at once when it is cancelled', async () => {
  const stop = new AbortController();
  const { asked } = held(9, 60, stop.signal);
  setTimeout(() => stop.abort(), 20);
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
});
