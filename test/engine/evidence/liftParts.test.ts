import { expect, test } from 'vitest';
import type { JudgedScores } from '../../../electron/engine/evidence/JudgedScores.ts';
import { liftParts } from '../../../electron/engine/evidence/liftParts.ts';

/** 400 accounts, two observations each; the bad side comes true for every third observation of the lower half, and never above. */
function judged(more: Partial<JudgedScores> = {}): JudgedScores {
  const scores = Float64Array.from({ length: 800 }, (_, row) => row / 8);
  const bad = Uint8Array.from(scores, (score, row) => (score < 50 && row % 3 === 0 ? 1 : 0));
  return {
    ...{ bands: [], bandsOnly: false, isYesNo: true, eventsLie: 'low', resampling: { seed: 1, resamples: 200 } },
    ...{ scores, bad, outcomes: Float64Array.from(bad), accounts: Uint32Array.from(scores, (_, row) => row >> 1) },
    ...{ band: new Uint8Array(800), revenue: new Float64Array(800), asOf: new Int32Array(800) },
    ...more,
  };
}

test('where every resample gives the same, a lift has the interval of its rate, and a gain none', () => {
  const { parts } = liftParts(judged());
  const overall = 134 / 800;
  for (const { events, lift, gain, rate } of parts.slice(5)) {
    expect(events).toBe(0);
    expect(lift).toMatchObject({ value: 0, method: rate.method });
    expect(lift!.interval![0]).toBe(0);
    expect(lift!.interval![1]).toBeCloseTo(rate.interval![1] / overall, 12);
    expect(rate.interval![1]).toBeGreaterThan(0.03);
    expect(gain).toMatchObject({ value: 1, interval: null, method: null });
  }
  for (const { lift, gain } of parts.slice(0, 4)) {
    expect(lift!.method).toBe('account bootstrap (200)');
    expect(lift!.interval![0]).toBeLessThan(lift!.value!);
    expect(gain!.interval![1]).toBeGreaterThan(gain!.value!);
  }
});

test('of a good outcome the lift is of its bad side, and the rate is turned for it', () => {
  const { bad } = judged();
  const { parts } = liftParts(judged({ eventsLie: 'high', outcomes: Float64Array.from(bad, (one) => 1 - one) }));
  const last = parts.at(-1)!;
  expect(last.rate.value).toBe(1);
  expect(last.lift!.interval![0]).toBe(0);
  expect(last.lift!.interval![1]).toBeCloseTo((1 - last.rate.interval![0]) / (134 / 800), 12);
});
