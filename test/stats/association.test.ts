import { expect, it } from 'vitest';
import { calibrationLine } from '../../shared/stats/calibrationLine.ts';
import { isMonotone, rateTrend } from '../../shared/stats/isMonotone.ts';
import { mannWhitneyPValue } from '../../shared/stats/mannWhitney.ts';
import { mergeThinCells } from '../../shared/stats/mergeThinCells.ts';
import { rankCorrelations } from '../../shared/stats/rankCorrelations.ts';
import { redundancyGroups } from '../../shared/stats/redundancyGroups.ts';
import { splitByOutcome } from '../../shared/stats/splitByOutcome.ts';
import { varianceInflation } from '../../shared/stats/varianceInflation.ts';
import { welch } from '../../shared/stats/welch.ts';
import { expectClose } from './expectClose.ts';

it('tests ranks with ties as scipy 1.10 mannwhitneyu(method="asymptotic")', () => {
  const [values, outcomes] = [
    [3, 5, 5, 8, 9, 1, 2, 5, 5, 6, 7, 4],
    [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  ];
  expectClose(mannWhitneyPValue(splitByOutcome(values, outcomes)), 0.32124991888379906);
});

it('tests means of unequal spread as scipy 1.10 ttest_ind(equal_var=False)', () => {
  const found = welch([3, 5, 4, 6, 8, 7], [1, 2, 6, 3, 2])!;
  expectClose([found.t, found.p], [2.347086730588966, 0.04494915661919244]);
});

it('inflates variances as statsmodels 0.13 variance_inflation_factor with a constant', () => {
  const [a, b, c, d] = [0.8285714285714287, 0.9871588823047228, 0.08571428571428573, 0.9010775170404576];
  const correlations = [
    [1, a, b, c],
    [a, 1, d, 0.6],
    [b, d, 1, 0.21520341316066394],
    [c, 0.6, 0.21520341316066394, 1],
  ];
  expectClose(varianceInflation(correlations), [182.94270833333513, 104.8177083333336, 397.0089285714257, 13.749999999999975], 1e-9);
});

it('has no inflation for a column that the others tell whole, and 1 for one that they tell nothing of', () => {
  expect(
    varianceInflation([
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
    ]),
  ).toEqual([null, null, 1]);
});

it('correlates ranks pairwise; a missing value is in the middle, a constant says nothing', () => {
  const found = rankCorrelations([
    [1, 2, 3, 4],
    [10, 20, 40, 30],
    [4, 3, Number.NaN, 1],
    [7, 7, 7, 7],
  ]);
  expectClose(found[0]![1], 0.8);
  expectClose(found[0]![2], -3 / Math.sqrt(10));
  expect([...found[3]!]).toEqual([0, 0, 0, 1]);
});

it('puts what is closely linked into one group, through a third as well', () => {
  const correlations = [
    [1, 0.9, 0.1, 0.2],
    [0.9, 1, -0.85, 0],
    [0.1, -0.85, 1, 0],
    [0.2, 0, 0, 1],
  ];
  expect(redundancyGroups(correlations)).toEqual([{ columns: [0, 1, 2], correlation: 0.9 }]);
});

it('joins thin cells to the smaller neighbour until all can be judged', () => {
  const cells = { edges: [1, 2, 3, 4], events: [20, 1, 30, 10, 10], nonEvents: [80, 3, 70, 90, 4] };
  expect(mergeThinCells(cells)).toEqual({ edges: [2, 3], events: [21, 30, 20], nonEvents: [83, 70, 94] });
  expect(mergeThinCells({ edges: [1], events: [1, 2], nonEvents: [1, 0] })).toEqual({ edges: [], events: [3], nonEvents: [1] });
});

it('tells steady rates from those that turn', () => {
  expect([isMonotone([0.1, 0.1, 0.3]), isMonotone([0.3, 0.2, null, 0.1]), isMonotone([0.3, 0.1, 0.3]), isMonotone([0.1, 0.2])]).toEqual([
    true,
    true,
    false,
    null,
  ]);
  expectClose([rateTrend([0.1, 0.2, 0.4]), rateTrend([0.4, 0.1, 0.4])], [1, 0]);
});

it('fits the calibration line as statsmodels 0.13: Logit, and GLM with cov_type="cluster"', () => {
  const outcomes = [0, 0, 1, 0, 1, 1, 0, 1, 1, 1];
  const values = [0.1, 0.2, 0.25, 0.3, 0.45, 0.5, 0.55, 0.6, 0.8, 0.9];
  const errorOf = ({ interval }: { interval: [number, number] | null }) => (interval![1] - interval![0]) / 2 / 1.959963984540054;
  const plain = calibrationLine({ values, outcomes, accounts: outcomes.map((_, index) => index) });
  expectClose([plain.intercept.value, plain.slope.value], [0.9921199715926472, 1.5942940250626987], 1e-9);
  expectClose([errorOf(plain.intercept), errorOf(plain.slope)], [0.9668304595186223, 1.0417764584076574], 1e-9);
  const clustered = calibrationLine({ values, outcomes, accounts: outcomes.map((_, index) => index >> 1) });
  expect(clustered.slope.method).toBe('Wald, by account');
  // The reference has no factor for few accounts; ours is G/(G-1).
  expectClose(
    [clustered.intercept, clustered.slope].map((one) => errorOf(one) / Math.sqrt(5 / 4)),
    [0.8337784533407221, 0.6896780732199741],
    1e-8,
  );
  // One account says nothing of how much accounts differ.
  const single = calibrationLine({ values, outcomes, accounts: outcomes.map(() => 3) });
  expect(single.slope).toMatchObject({ value: plain.slope.value, interval: null, accounts: 1 });
});
