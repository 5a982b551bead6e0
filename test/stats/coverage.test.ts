import { expect, it } from 'vitest';
import { aucDifference } from '../../shared/stats/aucDifference.ts';
import { aucEstimate } from '../../shared/stats/aucEstimate.ts';
import { calibrationLine } from '../../shared/stats/calibrationLine.ts';
import { clusteredAuc } from '../../shared/stats/clusteredAuc.ts';
import { pearson } from '../../shared/stats/correlation.ts';
import { delong } from '../../shared/stats/delong.ts';
import type { Interval } from '../../shared/stats/Estimate.ts';
import { meanEstimate } from '../../shared/stats/meanEstimate.ts';
import { rankRows } from '../../shared/stats/RankedRows.ts';
import { rateByGroup } from '../../shared/stats/rateByGroup.ts';
import { splitByOutcome } from '../../shared/stats/splitByOutcome.ts';
import { twoProportions } from '../../shared/stats/twoProportions.ts';
import { wilson } from '../../shared/stats/wilson.ts';
import { type Draw, draws } from './draws.ts';

/** Share of the intervals of repeated experiments that hold the truth. */
function coverage(runs: number, seed: number, once: (draw: Draw) => Interval | null | undefined, truth: number): number {
  const draw = draws(seed);
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const interval = once(draw);
    if (interval && interval[0] <= truth && truth <= interval[1]) held++;
  }
  return held / runs;
}

/** Events one standard deviation higher: the AUC is Φ(1/√2). */
const binormal = 0.7602499389065233;
const binormalRows = (draw: Draw, events: number, others: number) => {
  const outcomes = Array.from({ length: events + others }, (_, index) => (index < events ? 1 : 0));
  return { values: outcomes.map((outcome) => outcome + draw.normal()), outcomes, accounts: outcomes.map((_, index) => index) };
};

// 0.95 ± 0.02 is three standard errors at 1000 runs; small samples get the bounds that they are known to reach.
it('DeLong’s interval holds the AUC; below 50 events the logit scale does it better', () => {
  const large = coverage(400, 1, (draw) => aucEstimate(binormalRows(draw, 150, 300)).interval, binormal);
  expect(large).toBeGreaterThan(0.925);
  expect(large).toBeLessThan(0.98);
  const few = (draw: Draw) => binormalRows(draw, 12, 120);
  const plain = coverage(1500, 2, (draw) => delong(splitByOutcome(few(draw).values, few(draw).outcomes))?.interval, binormal);
  const logit = coverage(1500, 2, (draw) => aucEstimate(few(draw)).interval, binormal);
  expect(plain).toBeLessThan(0.935);
  expect(logit).toBeGreaterThan(0.925);
});

it('Wilson’s holds a small rate, and Newcombe’s the difference of two', () => {
  expect(coverage(1000, 3, (draw) => wilson(draw.events(60, 0.06), 60), 0.06)).toBeGreaterThan(0.925);
  const difference = coverage(1000, 4, (draw) => twoProportions(draw.events(40, 0.3), 40, draw.events(90, 0.1), 90)?.interval, 0.2);
  expect(difference).toBeGreaterThan(0.93);
  expect(difference).toBeLessThan(0.985);
});

it('Fisher’s holds a correlation', () => {
  const held = coverage(
    1000,
    5,
    (draw) => {
      const one = Array.from({ length: 60 }, () => draw.normal());
      return pearson(
        one,
        one.map((value) => 0.6 * value + 0.8 * draw.normal()),
      ).interval;
    },
    0.6,
  );
  expect(Math.abs(held - 0.95)).toBeLessThan(0.025);
});

it('Wald’s holds a calibration slope', () => {
  const held = coverage(
    300,
    6,
    (draw) => {
      const values = Array.from({ length: 400 }, () => 1 / (1 + Math.exp(1 - 1.5 * draw.normal())));
      const outcomes = values.map((probability) => (draw.uniform() < probability ? 1 : 0));
      return calibrationLine({ values, outcomes, accounts: [...values.keys()] }).slope.interval;
    },
    1,
  );
  expect(held).toBeGreaterThan(0.915);
});

/** 60 accounts with one to six rows each (the large ones risk more), whose value and risk keep to the account. */
function repeatedRows(draw: Draw) {
  const accounts = Array.from({ length: 60 }, (_, account) => Array<number>(1 + (account % 6)).fill(account)).flat();
  const level = Array.from({ length: 60 }, () => draw.normal());
  const values = accounts.map((account) => level[account]! + 0.4 * draw.normal());
  const risk = level.map((one) => 1 / (1 + Math.exp(1 - 1.2 * one - 1.5 * draw.normal())));
  return { values, outcomes: accounts.map((account) => (draw.uniform() < risk[account]! ? 1 : 0)), accounts };
}

/** What the intervals should hold: the value among very many accounts. */
function truthOf(statistic: (rows: { values: number[]; outcomes: number[] }) => number): number {
  const draw = draws(99);
  const rows = Array.from({ length: 400 }, () => repeatedRows(draw));
  return statistic({
    values: rows.flatMap(({ values }) => values),
    outcomes: rows.flatMap(({ outcomes }) => outcomes),
  });
}

it('when accounts repeat, the account bootstrap and placements by account hold the AUC; DeLong’s own does not', () => {
  const truth = truthOf(({ values, outcomes }) => delong(splitByOutcome(values, outcomes))!.auc);
  const bootstrap = coverage(200, 7, (draw) => aucEstimate(repeatedRows(draw), { resamples: 200 }).interval, truth);
  const placements = coverage(600, 7, (draw) => clusteredAuc(rankRows(repeatedRows(draw)))?.interval, truth);
  const naive = coverage(
    600,
    7,
    (draw) => {
      const { values, outcomes } = repeatedRows(draw);
      return delong(splitByOutcome(values, outcomes))?.interval;
    },
    truth,
  );
  // 0.93 in the long run with 60 accounts; 0.045 is three standard errors.
  expect(bootstrap).toBeGreaterThan(0.88);
  expect(placements).toBeGreaterThan(0.9);
  expect(naive).toBeLessThan(0.86);
});

it('when accounts repeat, the account bootstrap holds rates, means and paired differences of AUCs', () => {
  const rate = truthOf(({ outcomes }) => outcomes.reduce((sum, one) => sum + one, 0) / outcomes.length);
  const rateHeld = coverage(
    200,
    8,
    (draw) => {
      const rows = repeatedRows(draw);
      return rateByGroup({ ...rows, groups: rows.outcomes.map(() => 0) }, 1, { resamples: 200 })[0]!.interval;
    },
    rate,
  );
  const meanHeld = coverage(200, 9, (draw) => meanEstimate(repeatedRows(draw), { resamples: 200 }).interval, 0);
  const noisy = (draw: Draw) => {
    const rows = repeatedRows(draw);
    return { ...rows, one: rows.values.map((value) => value + draw.normal()), other: rows.values.map((value) => value + draw.normal()) };
  };
  const differenceHeld = coverage(100, 10, (draw) => aucDifference(noisy(draw), { resamples: 200 }).interval, 0);
  expect(differenceHeld).toBeGreaterThan(0.9);
  expect(meanHeld).toBeGreaterThan(0.88);
  expect(rateHeld).toBeGreaterThan(0.88);
});

it('predicted minus observed and squared errors hold the truth, which moves with the outcome they are taken of', () => {
  const errors = [(outcome: number) => 0.4 - outcome, (outcome: number) => (0.4 - outcome) ** 2];
  for (const errorOf of errors) {
    const truth = truthOf(({ outcomes }) => outcomes.reduce((sum, outcome) => sum + errorOf(outcome), 0) / outcomes.length);
    const once = (draw: Draw) => {
      const rows = repeatedRows(draw);
      return meanEstimate({ ...rows, values: rows.outcomes.map(errorOf) }, { resamples: 200 }).interval;
    };
    // Three standard errors of 200 runs are 0.046; draws that fix how many accounts had the outcome hold 0.825.
    expect(coverage(200, 11, once, truth)).toBeGreaterThan(0.88);
  }
});
