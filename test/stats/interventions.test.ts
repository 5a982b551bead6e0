import { expect, it } from 'vitest';
import { cuped } from '../../shared/stats/cuped.ts';
import { differenceInDifferences } from '../../shared/stats/differenceInDifferences.ts';
import { differenceOfProportions } from '../../shared/stats/differenceOfProportions.ts';
import { accountsPerArm, accountsPerArmByCohen, smallestDetectableFall } from '../../shared/stats/powerOfTwoProportions.ts';
import { preTrend } from '../../shared/stats/preTrend.ts';
import { projectWeights } from '../../shared/stats/projectWeights.ts';
import { sampleRatio } from '../../shared/stats/sampleRatio.ts';
import { twoProportions } from '../../shared/stats/twoProportions.ts';
import { expectClose } from './expectClose.ts';

const treatedAccounts = [
  [3, 4, 8, 9],
  [5, 5, 9, 12],
  [4, 6, 7, 8],
];
const otherAccounts = [
  [2, 3, 3, 4],
  [6, 5, 7, 6],
  [1, 2, 2, 5],
];
const panel = [
  ...treatedAccounts.map((values) => ({ values, treated: 1 })),
  ...otherAccounts.map((values) => ({ values, treated: 0 })),
].flatMap(({ values, treated }, account) => values.map((value, period) => ({ value, period, treated, account, post: period > 1 ? 1 : 0 })));
const columnsOf = (rows: typeof panel) => ({
  ...{ values: rows.map(({ value }) => value), accounts: rows.map(({ account }) => account) },
  ...{ treated: rows.map(({ treated }) => treated), post: rows.map(({ post }) => post) },
});

it('takes the change of the others from the change of the treated, as statsmodels 0.13 OLS with cov_type="cluster"', () => {
  const found = differenceInDifferences(columnsOf(panel))!;
  expectClose([found.value, found.standardError, found.t, found.p], [3, 0.9457507306074089, 3.1720831958260827, 0.02475699609956528]);
  expectClose(found.interval, [0.5688703499354775, 5.431129650064527], 1e-8);
  expect(found).toMatchObject({ accounts: 6, cells: { treatedBefore: { n: 6, mean: 4.5 } }, warnings: ['FEW_CLUSTERS'] });
});

it('has no error below five accounts, and no difference with an empty cell', () => {
  const four = panel.filter(({ account }) => [0, 1, 3, 4].includes(account));
  expect(differenceInDifferences(columnsOf(four))).toMatchObject({ standardError: null, p: null, interval: null });
  expect(differenceInDifferences(columnsOf(panel.filter(({ treated, post }) => treated === 0 || post === 1)))).toBeNull();
  expect(
    differenceOfProportions({
      treatedBefore: { n: 0, events: 0 },
      treatedAfter: { n: 9, events: 1 },
      othersBefore: { n: 9, events: 1 },
      othersAfter: { n: 9, events: 1 },
    }),
  ).toBeNull();
  const missing = panel.map((row, index) => (index === 5 ? { ...row, value: Number.NaN } : row));
  expect(differenceInDifferences(columnsOf(missing))!.cells.treatedBefore.n).toBe(5);
});

it('tells whether the groups were moving apart before', () => {
  const before = (treated: number) => {
    const rows = panel.filter((row) => row.post === 0 && row.treated === treated);
    return { values: rows.map(({ value }) => value), periods: rows.map(({ period }) => period) };
  };
  const { difference, standardError } = preTrend(before(1), before(0))!;
  expectClose([difference, standardError], [0.6666666666666652, 1.9436506316151], 1e-8);
  expect(preTrend({ values: [1, 2, 3], periods: [0, 0, 0] }, before(0))).toBeNull();
});

it('takes out what was known before, as numpy and scipy ttest_ind do on adjusted values', () => {
  const arms = [
    { after: [5, 7, 9, 6, 8, 12], before: [2, 3, 5, 2, 4, 6] },
    { after: [4, 3, 6, 5, 5, 7], before: [3, 2, 4, 3, 4, 5] },
  ] as const;
  const found = cuped(...arms)!;
  expectClose(
    [found.theta, found.correlation, found.adjusted.t, found.adjusted.p],
    [1.4845814977973568, 0.8013979800388878, 7.962613592350491, 1.4141684475602434e-5],
  );
  expectClose(found.varianceReduction, 1 - (found.adjusted.standardError / found.raw.standardError) ** 2);
  expect(found.varianceReduction).toBeGreaterThan(0.8);
  const constant = cuped({ ...arms[0], before: arms[0].before.map(() => 3) }, { ...arms[1], before: arms[1].before.map(() => 3) })!;
  expect(constant).toMatchObject({ theta: 0, correlation: null, varianceReduction: 0 });
});

it('notices arms that are not of the planned sizes, as scipy 1.10 chisquare', () => {
  expectClose(sampleRatio([510, 420, 70], [5, 4, 1])!, { statistic: 10.2, p: 0.0060967465655156405 });
  expect(sampleRatio([5300, 4700], [1, 1])).toMatchObject({ mismatch: true });
  expect(sampleRatio([0, 0], [1, 1])).toBeNull();
});

it('says how many accounts it takes, and which fall this many can tell', () => {
  expect(accountsPerArm(0.1, 0.1)).toBeNull();
  expect(accountsPerArmByCohen(0.1, 0.1)).toBeNull();
  const fall = smallestDetectableFall(0.12, 882)!;
  expect(fall).toBeCloseTo(0.04, 4);
  expectClose(accountsPerArm(0.12, 0.12 - fall), 882);
  expect([smallestDetectableFall(0.05, 20), smallestDetectableFall(0, 1000)]).toEqual([null, null]);
});

it('gives the ratio of two rates beside their difference', () => {
  // statsmodels 0.13 has no such interval; ln 7.5 - ln 12.5 by hand.
  const { ratio } = twoProportions(7, 30, 12, 30)!;
  expectClose(Math.log(ratio.value), -0.5108256237659907);
  expectClose(Math.sqrt(ratio.interval[0] * ratio.interval[1]), ratio.value);
  expect(twoProportions(1, 0, 1, 5)).toBeNull();
});

it('keeps projected weights within bounds that cross or do not hold the whole', () => {
  expect(projectWeights([50, 50], [60, 0], [40, 100])).toBeNull();
  expect(projectWeights([50, 50], [0, 0], [40, 40])).toBeNull();
  expectClose(projectWeights([30, 70], [0, 0], [100, 100])!, [30, 70]);
  expectClose(projectWeights([10, 10], [50, 50], [50, 50])!, [50, 50]);
});
