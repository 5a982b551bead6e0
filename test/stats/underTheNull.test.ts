import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../shared/stats/benjaminiHochberg.ts';
import { categoriesTest } from '../../shared/stats/categoriesTest.ts';
import { clusteredAuc } from '../../shared/stats/clusteredAuc.ts';
import { pearson, spearman } from '../../shared/stats/correlation.ts';
import { delongDifference } from '../../shared/stats/delongDifference.ts';
import { describeAgainstOutcome } from '../../shared/stats/describeAgainstOutcome.ts';
import { differenceInDifferences } from '../../shared/stats/differenceInDifferences.ts';
import { informationValue } from '../../shared/stats/informationValue.ts';
import { kolmogorovPValue } from '../../shared/stats/kolmogorovPValue.ts';
import { kolmogorovSmirnov } from '../../shared/stats/kolmogorovSmirnov.ts';
import { mannWhitneyPValue } from '../../shared/stats/mannWhitney.ts';
import { mutualInformation } from '../../shared/stats/mutualInformation.ts';
import { numberDrift } from '../../shared/stats/numberDrift.ts';
import { rankRows } from '../../shared/stats/RankedRows.ts';
import type { Sample } from '../../shared/stats/Sample.ts';
import { splitByOutcome } from '../../shared/stats/splitByOutcome.ts';
import { twoProportions } from '../../shared/stats/twoProportions.ts';
import { welch } from '../../shared/stats/welch.ts';
import { type Draw, draws } from './draws.ts';

const runs = 1000;

/** How far p-values lie from uniform (Kolmogorov's distance), and how many are at most 0.05. */
function spreadOf(pValues: (number | null)[]): { distance: number; rejected: number } {
  const sorted = pValues.filter((p) => p !== null).sort((one, other) => one - other);
  expect(sorted.length).toBeGreaterThan(0.99 * pValues.length);
  const distance = Math.max(
    ...sorted.map((p, index) => Math.max(Math.abs(p - index / sorted.length), Math.abs(p - (index + 1) / sorted.length))),
  );
  return { distance, rejected: sorted.filter((p) => p <= 0.05).length / sorted.length };
}

const pValuesOf = (seed: number, once: (draw: Draw) => number | null) => {
  const draw = draws(seed);
  return Array.from({ length: runs }, () => once(draw));
};

/** 100 rows, a fifth of them events, no link; with ties when asked for. */
const unlinked = (draw: Draw, values = 7) => ({
  values: Array.from({ length: 100 }, () => (values === 0 ? draw.normal() : Math.floor(draw.uniform() * values))),
  outcomes: Array.from({ length: 100 }, (_, index) => (index % 5 === 0 ? 1 : 0)),
});

describe('p-values without any link are uniform', () => {
  // 1.63 / sqrt(1000) = 0.052 is the 1 % line of the distance; 0.05 ± 0.02 is three standard errors.
  it.each<[string, (draw: Draw) => number | null]>([
    [
      'Mann-Whitney, with ties',
      (draw) => {
        const { values, outcomes } = unlinked(draw);
        return mannWhitneyPValue(splitByOutcome(values, outcomes));
      },
    ],
    [
      'Pearson’s',
      (draw) => {
        const { values, outcomes } = unlinked(draw, 0);
        return pearson(values, outcomes).p;
      },
    ],
    [
      'Spearman’s, with ties',
      (draw) => {
        const { values, outcomes } = unlinked(draw);
        return spearman(values, outcomes).p;
      },
    ],
    [
      'Welch’s, of groups unequal in size and spread',
      (draw) =>
        welch(
          Array.from({ length: 12 }, () => 5 * draw.normal()),
          Array.from({ length: 60 }, () => draw.normal()),
        )!.p,
    ],
    [
      'paired DeLong',
      (draw) => {
        const { values, outcomes } = unlinked(draw, 0);
        const [one, other] = [0, 1].map(() => values.map((value) => value + draw.normal()));
        return delongDifference(one!, other!, outcomes)!.p;
      },
    ],
    [
      'mutual information',
      (draw) => {
        const table = [0, 1, 2, 3].map(() => [0, 0]);
        for (let row = 0; row < 600; row++) table[Math.floor(draw.uniform() * 4)]![draw.uniform() < 0.3 ? 1 : 0]!++;
        return mutualInformation(table)!.p;
      },
    ],
    [
      'categories',
      (draw) => {
        const [one, other] = [0, 1].map(() => [0, 0, 0, 0]);
        for (let row = 0; row < 600; row++) (row % 4 === 0 ? one : other)![Math.floor(draw.uniform() ** 2 * 4)]!++;
        return categoriesTest(one!, other!)!.p;
      },
    ],
    ['DeLong by account, of accounts that repeat', (draw) => clusteredAuc(rankRows(clusteredRows(draw)))!.p],
    ['difference in differences by account', (draw) => differenceInDifferences(panelOf(draw))!.p],
  ])('%s', (_, once) => {
    const { distance, rejected } = spreadOf(pValuesOf(11, once));
    expect(distance).toBeLessThan(0.052);
    expect(Math.abs(rejected - 0.05)).toBeLessThan(0.02);
  });

  it('two proportions: not more than 5 % below 0.05, small counts or large', () => {
    for (const [n, m, rate] of [
      [400, 150, 0.2],
      [30, 45, 0.05],
    ] as const) {
      const { rejected } = spreadOf(pValuesOf(12, (draw) => twoProportions(draw.events(n, rate), n, draw.events(m, rate), m)!.p ?? 1));
      expect(rejected).toBeLessThan(0.06);
      if (n === 400) expect(rejected).toBeGreaterThan(0.035);
    }
  });

  it('Kolmogorov’s: uniform without ties, on the safe side with them', () => {
    const p = (values: number) => (draw: Draw) => {
      const split = splitByOutcome(...(Object.values(unlinked(draw, values)) as [number[], number[]]));
      return kolmogorovPValue(kolmogorovSmirnov(split.events, split.nonEvents)!.distance, split.events.length, split.nonEvents.length);
    };
    expect(spreadOf(pValuesOf(13, p(0))).rejected).toBeGreaterThan(0.025);
    for (const values of [0, 7]) expect(spreadOf(pValuesOf(13, p(values))).rejected).toBeLessThan(0.06);
  });
});

it('takes rows of one account for more than they are when accounts are not counted', () => {
  const naive = spreadOf(
    pValuesOf(11, (draw) => {
      const { values, outcomes } = clusteredRows(draw);
      return mannWhitneyPValue(splitByOutcome(values, outcomes));
    }),
  );
  expect(naive.rejected).toBeGreaterThan(0.15);
});

it('calls hardly any of 40 metrics without a link a finding, by q-value', () => {
  const draw = draws(14);
  const families = Array.from({ length: 200 }, () =>
    benjaminiHochberg(Array.from({ length: 40 }, () => pearson(...(Object.values(unlinked(draw, 0)) as [number[], number[]])).p)),
  );
  const wrong = families.filter((qValues) => qValues.some((q) => q! <= 0.05)).length / families.length;
  expect(wrong).toBeLessThan(0.1);
});

it('keeps 95 % of information values and stability indexes below their lines when there is nothing', () => {
  const below = { iv: 0, psi: 0 };
  const draw = draws(15);
  for (let run = 0; run < 1000; run++) {
    const [events, nonEvents] = [0, 1].map(() => Array<number>(8).fill(0));
    for (let row = 0; row < 900; row++) (row % 4 === 0 ? events : nonEvents)![Math.floor(draw.uniform() * 8)]!++;
    const information = informationValue(events!, nonEvents!);
    if (information.value! <= information.nullLine!) below.iv++;
    const [before, after] = [300, 200].map((count) => Array.from({ length: count }, () => draw.normal()));
    const { stability } = numberDrift(before!, after!);
    if (stability!.value <= stability!.noiseLine) below.psi++;
  }
  expect(Math.abs(below.iv / 1000 - 0.95)).toBeLessThan(0.02);
  expect(Math.abs(below.psi / 1000 - 0.95)).toBeLessThan(0.02);
});

it.each([
  ['keep to their account', 0],
  ['vary within it', 1],
])(
  'accounts repeat and values %s: 95 % of the information values stay below their line, and the bias is that of mutual information',
  (_, within) => {
    const draw = draws(16);
    expectNothingFound(() => {
      // 150 accounts of six rows, a third of which had the outcome throughout.
      const accounts = Array.from({ length: 900 }, (_, row) => Math.floor(row / 6));
      const level = Array.from({ length: 150 }, () => draw.normal());
      const left = level.map(() => (draw.uniform() < 1 / 3 ? 1 : 0));
      const values = accounts.map((account) => (draw.uniform() < 0.1 ? Number.NaN : level[account]! + within * draw.normal()));
      // Lines that count rows keep 4 % below where values keep to their account, and 82 % where they vary.
      return { values, outcomes: accounts.map((account) => left[account]!), accounts };
    });
  },
);

it('accounts repeat only where the value is missing: what is told of the cells, the missing one among them, goes by account all the same', () => {
  const draw = draws(17);
  expectNothingFound(() => {
    // 300 accounts of one row with a value, 50 of six rows without.
    const accounts = Array.from({ length: 600 }, (_, row) => (row < 300 ? row : 300 + (row % 50)));
    const left = Array.from({ length: 350 }, () => (draw.uniform() < 1 / 3 ? 1 : 0));
    const values = accounts.map((account) => (account < 300 ? draw.normal() : Number.NaN));
    // As if every row were an account of its own the line keeps 84 % below, and the bias is a fifth too low.
    return { values, outcomes: accounts.map((account) => left[account]!), accounts };
  });
});

/** Draws 400 samples without any dependence: 95 % lie below the null line, and what is subtracted as bias is what is found on average. */
function expectNothingFound(drawSample: () => Sample): void {
  let [below, value, bias] = [0, 0, 0];
  for (let run = 0; run < 400; run++) {
    const { informationValue, mutualInformation } = describeAgainstOutcome(drawSample());
    if (informationValue.value! <= informationValue.nullLine!) below++;
    value += mutualInformation!.value / 400;
    bias += mutualInformation!.bias / 400;
  }
  expect(Math.abs(below / 400 - 0.95)).toBeLessThan(0.033);
  expect(Math.abs(value / bias - 1)).toBeLessThan(0.1);
}

/** 60 accounts of five rows: value and outcome each keep to their account, and have nothing to do with each other. */
function clusteredRows(draw: Draw) {
  const accounts = Array.from({ length: 300 }, (_, row) => Math.floor(row / 5));
  const [level, risk] = [0, 1].map(() => Array.from({ length: 60 }, () => draw.normal()));
  const values = accounts.map((account) => level![account]! + 0.5 * draw.normal());
  const outcomes = accounts.map((account) => (draw.uniform() < 1 / (1 + Math.exp(1 - 2 * risk![account]!)) ? 1 : 0));
  return { values, outcomes, accounts };
}

/** 40 accounts of four periods, 15 of them treated without effect; accounts differ, and periods move all alike. */
function panelOf(draw: Draw) {
  const rows = Array.from({ length: 160 }, (_, row) => ({ account: row >> 2, period: row & 3 }));
  const [level, drift] = [0, 1].map(() => Array.from({ length: 40 }, () => draw.normal()));
  return {
    values: rows.map(({ account, period }) => 5 * level![account]! + (period > 1 ? 3 + 2 * drift![account]! : 0) + draw.normal()),
    accounts: rows.map(({ account }) => account),
    treated: rows.map(({ account }) => (account < 15 ? 1 : 0)),
    post: rows.map(({ period }) => (period > 1 ? 1 : 0)),
  };
}
