import { expect, it } from 'vitest';
import { finish } from '../../shared/finish.ts';
import { aucEstimate, resampledAuc } from '../../shared/stats/aucEstimate.ts';
import { kolmogorovSmirnovEstimate, resampledKolmogorovSmirnov } from '../../shared/stats/kolmogorovSmirnovEstimate.ts';
import { liftEstimate, resampledLift } from '../../shared/stats/liftEstimate.ts';
import { intervalsInParts } from '../../shared/stats/resampledEstimate.ts';
import { draws } from './draws.ts';

const draw = draws(11);
/** 60 accounts of three rows; low values go with the outcome. */
const accounts = Array.from({ length: 180 }, (_, row) => Math.floor(row / 3));
const values = accounts.map(() => Math.round(50 + 15 * draw.normal()));
const outcomes = values.map((value) => (draw.uniform() < 1 / (1 + Math.exp((value - 35) / 8)) ? 1 : 0));
const sample = { values, outcomes, accounts };
const resampling = { resamples: 120, seed: 7 };

it('gives each statistic the interval that it has by itself: all see the same resamples', () => {
  const together = finish(
    intervalsInParts(sample, [resampledAuc(sample, 'low'), resampledKolmogorovSmirnov(sample), resampledLift(sample, 'low')], resampling),
  );
  const oriented = { ...resampling, eventsLie: 'low' as const };
  expect(together).toEqual([aucEstimate(sample, oriented), kolmogorovSmirnovEstimate(sample, resampling), liftEstimate(sample, oriented)]);
  expect(together.map(({ method }) => method)).toEqual([
    'account bootstrap (120)',
    'account bootstrap (120), leaning high',
    'account bootstrap (120)',
  ]);
});

it('lets whoever walks through pause after each resample', () => {
  expect([...intervalsInParts(sample, [resampledLift(sample, 'low')], resampling)]).toHaveLength(120);
});

it('draws nothing where no estimate needs it, and leaves a whole one beside others as it is', () => {
  const once = { ...sample, accounts: values.map((_, row) => row) };
  const byDelong = resampledAuc(once, 'low');
  expect([...intervalsInParts(once, [byDelong], resampling)]).toEqual([]);
  const [auc, lift] = finish(intervalsInParts(once, [byDelong, resampledLift(once, 'low')], resampling));
  expect(auc).toMatchObject({ method: 'DeLong on the logit scale', interval: byDelong.estimate.interval });
  expect(lift!.interval).not.toBeNull();
});
