import { expect, it } from 'vitest';
import { sampleDocument } from '../../electron/engine/sample/sample.ts';
import { simulateAccount } from '../../resources/sample/simulateAccount.ts';
import { drivers, idleMetrics, trueWeights } from '../../resources/sample/trueWeights.ts';
import { contractDecisions } from './contractDecisions.ts';
import { logisticCoefficients } from './logisticCoefficients.ts';

it('can be told from who left: a logistic fit of the drivers gives the true weights back, and none to the discount', () => {
  const all = Array.from({ length: 8000 }, (_, index) => contractDecisions(simulateAccount(7, index))).flat();
  const coefficients = logisticCoefficients(
    all.map(({ inputs }) => inputs),
    all.map(({ left }) => (left ? 1 : 0)),
  );
  const total = drivers.reduce((sum, _, index) => sum + coefficients[index]!, 0);
  expect(total).toBeLessThan(0);
  for (const [index, driver] of drivers.entries()) expect(coefficients[index]! / total, driver).toBeCloseTo(trueWeights[driver], 1);
  expect(Math.abs(coefficients[drivers.length]! / total)).toBeLessThan(0.03);
});

it('names drivers and idle metrics by the ids of the sample definition', () => {
  const metrics = new Set(sampleDocument().metrics!.map(({ id }) => id));
  for (const id of [...drivers, ...idleMetrics]) expect(metrics).toContain(id);
});

it('adds up to one', () => {
  expect(drivers.reduce((sum, driver) => sum + trueWeights[driver], 0)).toBeCloseTo(1, 12);
});
