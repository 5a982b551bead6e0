import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { type EvidenceStudy, evidenceStudy } from './evidenceStudy.ts';

let study: EvidenceStudy;
let measured: CallOutput<'measure-metrics'>;
beforeAll(async () => {
  study = await evidenceStudy();
  measured = await study.invoke('measure-metrics', {});
});
afterAll(() => study.close());

const metric = (id: string) => measured.metrics.find((one) => one.metric === id)!;

test('the metric that churn was drawn from stands first, with its direction in words and the smallest q', () => {
  expect(measured.metrics[0]!.metric).toBe('logins');
  const logins = metric('logins');
  expect(logins.auc!.value).toBeLessThan(0.4);
  expect(logins.auc!.interval![1]).toBeLessThan(0.5);
  expect(logins.auc!.method).toBe('DeLong by account');
  expect(logins.direction).toEqual({ higher: 'less', asStated: true, sentence: '"Churned" comes true more often where LOGINS is lower.' });
  expect(logins.informationValue!.value).toBeGreaterThan(logins.informationValue!.nullLine!);
  expect(logins.effectiveWeight).toBeCloseTo(0.25, 12);
  const qValues = measured.metrics.flatMap(({ qValue }) => qValue ?? []);
  expect(logins.qValue).toBe(Math.min(...qValues));
  expect(logins.qValue!).toBeGreaterThanOrEqual(logins.pValue!);
  expect(metric('noise')).toMatchObject({ direction: { higher: 'neither', asStated: null } });
  expect(metric('noise').qValue).toBeGreaterThan(0.05);
});

test('edges: constant, all missing and categories give null with a reason, never a number that is none', () => {
  expect(metric('level')).toMatchObject({
    auc: { value: 0.5, interval: null },
    ks: { estimate: { value: 0 } },
    spearman: { value: null },
    pValue: null,
  });
  expect(metric('level').auc!.warnings).toContain('CONSTANT');
  expect(metric('empty')).toMatchObject({
    missing: 720,
    auc: { value: null, warnings: ['ALL_MISSING'] },
    ks: null,
    pValue: null,
    monotone: null,
  });
  expect(metric('plan')).toMatchObject({ auc: null, spearman: null, direction: { higher: 'unordered' }, varianceInflation: null });
  expect(metric('plan').test).toMatch(/last observation of each account/);
  expect(metric('nps').missing).toBeGreaterThan(50);
  expect(metric('nps').missingRate.observations).toBe(metric('nps').missing);
});

test('suspicions: a column declared never to change is named with the day it is from', () => {
  expect(metric('seats').suspicions).toEqual([
    {
      code: 'known-after-as-of',
      sentence: '"seats" is declared never to change, and its values are those of 2026-06-30, after 3 of 3 as-of dates.',
    },
  ]);
});

test('a metric bin by bin: the cuts given, proposed ones, a segment; the missing last', async () => {
  const { bins, cuts, cutsFrom, rate, range } = await study.invoke('measure-metric', { metric: 'nps', cuts: [50, 20] });
  expect({ cuts, cutsFrom }).toEqual({ cuts: [20, 50], cutsFrom: 'given' });
  expect(bins.map(({ label }) => label)).toEqual(['below 20', '20 to below 50', '50 and above', 'missing']);
  expect(bins.reduce((sum, { observations }) => sum + observations, 0)).toBe(720);
  const [events, others] = [rate.events!, rate.nonEvents!];
  for (const bin of bins) {
    const [in1, in0] = [bin.events!, bin.observations - bin.events!];
    expect(bin.weightOfEvidence).toBeCloseTo(Math.log(in1 / events / (in0 / others)), 10);
  }
  expect(range![0]).toBeGreaterThanOrEqual(0);
  expect(range![1]).toBeLessThanOrEqual(100);

  const proposed = await study.invoke('measure-metric', { metric: 'logins' });
  expect(proposed.cutsFrom).toBe('proposed');
  for (const { observations, events: count } of proposed.bins) {
    expect(observations).toBeGreaterThanOrEqual(36);
    expect(count).toBeGreaterThanOrEqual(5);
  }
  expect(proposed.places).toMatchObject([{ leaf: 'logins_leaf', effectiveWeight: 0.25 }]);
  const large = await study.invoke('measure-metric', { metric: 'logins', segment: 'large', cuts: [] });
  expect(large.bins).toMatchObject([{ label: 'every value', observations: 240 }]);
  const plan = await study.invoke('measure-metric', { metric: 'plan' });
  expect(plan.bins.map(({ categories }) => categories)).toEqual(expect.arrayContaining([['basic'], ['pro']]));
});

test('a number as outcome: rank correlation by account, no AUC', async () => {
  const { metrics } = await study.invoke('measure-metrics', { outcome: 'mood' });
  const logins = metrics.find((one) => one.metric === 'logins')!;
  expect(logins).toMatchObject({ auc: null, informationValue: null, test: 'Spearman, last observation of each account' });
  expect(logins.spearman!.value).toBeGreaterThan(0.5);
  expect(logins.spearman!.method).toBe('account bootstrap (200)');
  expect(logins.direction.sentence).toBe('Mood is higher where LOGINS is higher.');
  const { bins } = await study.invoke('measure-metric', { metric: 'logins', outcome: 'mood', cuts: [50] });
  expect(bins[1]!.rate.value).toBeGreaterThan(bins[0]!.rate.value!);
  expect(bins[0]!.events).toBeNull();
});

test('the first few metrics come alone, without what takes all of them, and say the same as among all', async () => {
  const first = await study.invoke('measure-metrics', { first: 2 });
  expect(first).toMatchObject({ isWhole: false, redundancy: [] });
  expect(first.metrics.map((one) => one.metric).sort()).toEqual(['logins', 'nps']);
  for (const { metric: id, auc, qValue, varianceInflation } of first.metrics) {
    expect(auc).toEqual(metric(id).auc);
    expect({ qValue, varianceInflation }).toEqual({ qValue: null, varianceInflation: null });
  }
  expect(measured.isWhole).toBe(true);
  expect(await study.invoke('measure-metrics', { first: 7 })).toEqual(measured);
});
