import { expect, it } from 'vitest';
import { simulateAccount } from '../../resources/sample/simulateAccount.ts';
import { drivers, trueWeights } from '../../resources/sample/trueWeights.ts';
import { designOf } from '../../shared/calibration/design.ts';
import { fitWeights } from '../../shared/calibration/fitWeights.ts';
import type { ShareLimit } from '../../shared/calibration/shareConstraints.ts';
import { contractDecisions } from '../resources/contractDecisions.ts';
import { newPacer } from './pace.ts';

const decisions = Array.from({ length: 6000 }, (_, index) => contractDecisions(simulateAccount(7, index))).flat();
/** The drivers as points, and the discount, which has no part in leaving. */
const columns = [...drivers, 'discount'].map((_, index) => Float64Array.from(decisions, ({ inputs }) => 100 * inputs[index]!));
const design = designOf(
  columns,
  Uint8Array.from(decisions, ({ left }) => (left ? 1 : 0)),
);
const truth = [...drivers.map((driver) => 100 * trueWeights[driver]), 0];
const current = [5, 10, 15, 20, 20, 10, 20];
const fit = async (pull: number, limits: ShareLimit[] = []) => (await fitWeights({ design, current, pull, limits }, newPacer())).shares!;
const distance = (one: readonly number[], other: readonly number[]) => Math.hypot(...one.map((share, index) => share - other[index]!));

it('finds the true weights of the sample when nothing pulls, and none for the discount', async () => {
  const shares = await fit(1e-6);
  for (const [index, share] of shares.entries()) expect(Math.abs(share - truth[index]!), drivers[index]).toBeLessThan(4);
});

it('leaves them for the current ones as the pull grows', async () => {
  const pulls = [0.1, 10, 100, 1000, 1e4, 1e6];
  const fits: number[][] = [];
  for (const pull of pulls) fits.push(await fit(pull));
  const away = fits.map((shares) => distance(shares, current));
  for (const [index, one] of away.slice(1).entries()) expect(one).toBeLessThanOrEqual(away[index]! + 1e-6);
  expect(distance(fits[0]!, truth)).toBeLessThan(8);
  expect(away.at(-1)).toBeLessThan(1);
});

it('does not find them beyond a bound', async () => {
  const shares = await fit(1e-6, [{ columns: [0], minimum: 0, maximum: 15 }]);
  expect(shares[0]).toBeCloseTo(15, 6);
  expect(distance(shares, truth)).toBeGreaterThan(15);
});
