import { expect, it } from 'vitest';
import { pausing } from '../../electron/engine/pausing.ts';

/** Parts of so many milliseconds each. */
function* parts(count: number, milliseconds: number): Generator<undefined, string> {
  for (let part = 0; part < count; part++) {
    for (const start = performance.now(); performance.now() - start < milliseconds; );
    yield;
  }
  return 'done';
}

it('pauses between parts that hold the thread for long, not between quick ones', async () => {
  let pauses = 0;
  const pause = async () => void pauses++;
  expect(await pausing(parts(3, 25), pause)).toBe('done');
  expect(pauses).toBe(3);
  pauses = 0;
  expect(await pausing(parts(1000, 0), pause)).toBe('done');
  expect(pauses).toBeLessThan(100);
});

it('stops where the pause throws', async () => {
  const pause = () => Promise.reject(new Error('cancelled'));
  await expect(pausing(parts(3, 25), pause)).rejects.toThrow('cancelled');
});
