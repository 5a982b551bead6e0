import { describe, expect, it } from 'vitest';
import { aucEstimate } from '../../shared/stats/aucEstimate.ts';
import { brierScore } from '../../shared/stats/brierScore.ts';
import { calibrationLine } from '../../shared/stats/calibrationLine.ts';
import { categoriesTest } from '../../shared/stats/categoriesTest.ts';
import { chiSquareTest } from '../../shared/stats/chiSquareTest.ts';
import { pearson, spearman } from '../../shared/stats/correlation.ts';
import { describeAgainstOutcome } from '../../shared/stats/describeAgainstOutcome.ts';
import { fitLogisticLine } from '../../shared/stats/fitLogisticLine.ts';
import { isotonicRegression } from '../../shared/stats/isotonicRegression.ts';
import { kolmogorovSmirnovEstimate } from '../../shared/stats/kolmogorovSmirnovEstimate.ts';
import { liftEstimate } from '../../shared/stats/liftEstimate.ts';
import { liftTable } from '../../shared/stats/liftTable.ts';
import { logLoss } from '../../shared/stats/logLoss.ts';
import { meanEstimate } from '../../shared/stats/meanEstimate.ts';
import { numberDrift } from '../../shared/stats/numberDrift.ts';
import { plattScaling } from '../../shared/stats/plattScaling.ts';
import { rateByGroup } from '../../shared/stats/rateByGroup.ts';
import { reliability, reliabilityBinCount } from '../../shared/stats/reliability.ts';
import type { Sample } from '../../shared/stats/Sample.ts';
import { warningSentences } from '../../shared/stats/warning.ts';
import { welch } from '../../shared/stats/welch.ts';

const missing = Number.NaN;
const sampleOf = (values: number[], outcomes: number[]): Sample => ({ values, outcomes, accounts: values.map((_, index) => index) });

const constant = sampleOf([5, 5, 5, 5, 5, 5], [0, 1, 0, 1, 0, 1]);
const allMissing = sampleOf([missing, missing, missing], [0, 1, 0]);
const singleClass = sampleOf([1, 2, 3, 4], [1, 1, 1, 1]);
const perfect = sampleOf([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]);
const tiny = sampleOf([1, 2, 3], [0, 1, 0]);
const none = sampleOf([], []);

describe('AUC, KS and lift', () => {
  it.each([
    ['of a constant', constant, { value: 0.5, interval: null, warnings: ['FEW_EVENTS', 'CONSTANT'] }],
    ['of nothing but missing values', allMissing, { value: null, interval: null, nMissing: 3, warnings: ['ALL_MISSING'] }],
    ['of one class', singleClass, { value: null, interval: null, warnings: ['SINGLE_CLASS'] }],
    ['of perfect separation', perfect, { value: 1, interval: null, warnings: ['FEW_EVENTS', 'PERFECT_SEPARATION'] }],
    ['of one event', tiny, { value: 0.5, interval: null, warnings: ['FEW_EVENTS'] }],
    ['of nothing', none, { value: null, interval: null, warnings: ['ALL_MISSING'] }],
  ])('AUC %s', (_, sample, expected) => expect(aucEstimate(sample)).toMatchObject(expected));

  it.each([
    ['of a constant', constant, { value: 0, interval: null, warnings: ['FEW_EVENTS', 'CONSTANT'] }],
    ['of nothing but missing values', allMissing, { value: null, warnings: ['ALL_MISSING'] }],
    ['of one class', singleClass, { value: null, warnings: ['SINGLE_CLASS'] }],
    ['of one event', tiny, { value: 0.5, interval: null }],
  ])('KS %s', (_, sample, expected) => expect(kolmogorovSmirnovEstimate(sample)).toMatchObject(expected));

  it('lift without events is null, and its table has none', () => {
    const nothingHappened = sampleOf([1, 2, 3], [0, 0, 0]);
    expect(liftEstimate(nothingHappened)).toMatchObject({ value: null, interval: null, warnings: ['SINGLE_CLASS'] });
    expect(liftTable([1, 2, 3], [0, 0, 0], { eventsLie: 'low' }).groups.map(({ lift, gain }) => [lift, gain])).toEqual(
      Array(3).fill([null, null]),
    );
    expect(liftTable([missing], [1], { eventsLie: 'low' }).groups).toEqual([]);
  });
});

describe('probabilities', () => {
  it('have a Brier score and a log loss of one class, but no skill', () => {
    expect(brierScore([0.8, 0.6], [1, 1])).toMatchObject({ skill: null, ofRate: 0 });
    expect(brierScore([0.8, 0.6], [1, 1])!.value).toBeCloseTo(0.1, 12);
    expect(logLoss([0.8, 0.6], [1, 1])).toMatchObject({ ofRate: 0 });
    expect([brierScore([], []), logLoss([], []), reliability([], [], [])]).toEqual([null, null, null]);
  });

  it('outside of 0 to 1 are a mistake', () => {
    expect(() => brierScore([1.2], [1])).toThrow(RangeError);
    expect(() => brierScore([missing], [1])).toThrow(RangeError);
  });

  it('that are constant fall into one bin', () => {
    const found = reliability([0.3, 0.3, 0.3], [1, 0, 0], [0.1, 0.5])!;
    expect(found.bins).toMatchObject([{ bin: 1, n: 3, events: 1 }]);
    expect(found.expectedError).toBeCloseTo(1 / 3 - 0.3, 12);
  });

  it('of few rows have no curve', () =>
    expect([reliabilityBinCount(59, 30), reliabilityBinCount(1000, 9), reliabilityBinCount(1000, 500)]).toEqual([1, 1, 10]));

  it('have no calibration line when they are constant or separate the outcome', () => {
    expect(calibrationLine(sampleOf([0.3, 0.3, 0.3, 0.3], [0, 1, 0, 1])).slope).toMatchObject({
      value: null,
      warnings: ['FEW_EVENTS', 'CONSTANT'],
    });
    expect(calibrationLine(sampleOf([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1])).slope).toMatchObject({
      value: null,
      warnings: ['FEW_EVENTS', 'PERFECT_SEPARATION'],
    });
    expect(calibrationLine(sampleOf([0.1, 0.9], [1, 1])).slope).toMatchObject({ value: null, warnings: ['SINGLE_CLASS'] });
    expect(calibrationLine(sampleOf([0, 1, 0, 1, 0.4], [0, 1, 1, 0, 1])).slope.value).toBeTypeOf('number');
  });

  it('are not made from one class or a constant score', () => {
    expect([plattScaling([1, 2], [1, 1]), plattScaling([3, 3], [0, 1]), plattScaling([0, 0], [0, 1])]).toEqual([null, null, null]);
    expect([isotonicRegression([], []), fitLogisticLine([], []), fitLogisticLine([1, 2, 3], [0, 1, 1])]).toEqual([null, null, null]);
  });
});

describe('links', () => {
  it.each([
    ['a constant side', [1, 1, 1, 1, 1], [1, 2, 3, 4, 5], { value: null, p: null, interval: null, warnings: ['CONSTANT'] }],
    ['no pair', [missing, 1], [1, missing], { value: null, warnings: ['ALL_MISSING'] }],
    ['two pairs', [1, 2], [5, 3], { value: -1, p: null, interval: null }],
    ['three pairs', [1, 2, 3], [3, 5, 4], { value: 0.5, p: null, interval: null }],
  ])('a correlation of %s', (_, one, other, expected) => {
    expect(pearson(one, other)).toMatchObject(expected);
    expect(spearman(one, other)).toMatchObject(expected);
  });

  it('a perfect correlation has an interval of one point, not NaN', () => {
    expect(pearson([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])).toMatchObject({ value: 1, p: 0, interval: [1, 1] });
  });

  it('of a constant: IV 0 in one bin, no correlation, no mutual information', () => {
    expect(describeAgainstOutcome(constant)).toMatchObject({
      ...{ spearman: { value: null, warnings: ['CONSTANT'] }, correlation: { value: null, warnings: ['CONSTANT'] } },
      ...{ informationValue: { value: 0, bins: 1 }, mutualInformation: null, trend: null, p: null, test: null },
    });
  });

  it('of nothing but missing values: IV 0, the rest null', () => {
    expect(describeAgainstOutcome(allMissing)).toMatchObject({
      ...{ auc: { value: null, warnings: ['ALL_MISSING'] }, spearman: { value: null, warnings: ['ALL_MISSING'] } },
      ...{ informationValue: { value: 0, bins: 1 }, mutualInformation: null, missing: { events: 1, nonEvents: 2 }, p: null },
    });
  });

  it('of one class: null', () => {
    expect(describeAgainstOutcome(singleClass)).toMatchObject({
      ...{ auc: { value: null }, spearman: { value: null, warnings: ['SINGLE_CLASS'] } },
      ...{ informationValue: { value: null, warnings: ['SINGLE_CLASS'] }, mutualInformation: null, p: null },
    });
  });

  it('of one category: none; of rare ones: Fisher', () => {
    expect(
      chiSquareTest([
        [10, 0],
        [5, 0],
      ]),
    ).toBeNull();
    expect(categoriesTest([10], [5])).toBeNull();
    expect(categoriesTest([1, 2, 9], [3, 1, 1])).toMatchObject({ test: 'Fisher', joined: 2 });
    expect(categoriesTest([1, 2, 30, 40], [3, 1, 40, 20])).toMatchObject({ test: 'chi-square' });
  });
});

describe('drift', () => {
  it('of a side without values leaves only its missing share', () => {
    expect(numberDrift([1, 2, 3], [missing])).toMatchObject({
      stability: null,
      distance: null,
      wasserstein: null,
      missing: { reference: 0, current: 1 },
    });
    expect(numberDrift([], [1]).missingDifference).toBeNull();
  });

  it('of two equal constants is 0', () => {
    expect(numberDrift([3, 3], [3, 3, 3])).toMatchObject({
      stability: { value: 0, cells: 1 },
      distance: 0,
      wasserstein: 0,
      wassersteinInDeviations: null,
    });
  });
});

describe('means and rates', () => {
  it('without rows or spread say so', () => {
    expect(meanEstimate(allMissing)).toMatchObject({ value: null, interval: null, warnings: ['ALL_MISSING'] });
    expect(meanEstimate(sampleOf([4], [0]))).toMatchObject({ value: 4, interval: null });
    expect(rateByGroup({ groups: [0, 0, -1], outcomes: [1, 0, 1], accounts: [0, 1, 2] }, 2)).toMatchObject([
      { value: 0.5, n: 2, method: 'Wilson' },
      { value: null, n: 0, interval: null, method: null },
    ]);
    expect([welch([1, 2, 3, 4], [1, 2, 3, 4, 5]), welch([1, 1, 1, 1, 1], [2, 2, 2, 2, 2])]).toEqual([null, null]);
  });
});

it('has a sentence for every warning', () => {
  for (const sentence of Object.values(warningSentences)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
