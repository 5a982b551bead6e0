import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallOutput, Invoke } from '../../shared/contract/contract.ts';
import { newEngine } from '../engine/calls/newEngine.ts';
import { importInto } from './importInto.ts';
import { ravenstackDocument } from './ravenstackDocument.ts';
import { ravenstackStudy } from './ravenstackStudy.ts';
import { shelf, shelfIsPresent, skipReason } from './shelf.ts';
import { openTelco } from './telcoStudy.ts';

const metricOf = ({ metrics }: CallOutput<'measure-metrics'>, id: string) => metrics.find(({ metric }) => metric === id)!;

describe.skipIf(!shelfIsPresent)(`IBM Telco: one snapshot, three quarters of the accounts${skipReason}`, () => {
  let telco: Awaited<ReturnType<typeof openTelco>>;
  let invoke: Invoke;
  beforeAll(async () => {
    telco = await openTelco();
    invoke = telco.invoke;
  });
  afterAll(() => telco.close());

  // scikit-learn 1.2.1, scipy 1.10.1 and pandas 1.5.3 on the accounts whose md5 of "confirmation:" + key does not begin with 0 to 3.
  test('every metric as scikit-learn and scipy have it on the same accounts', async () => {
    const measured = await invoke('measure-metrics', {});
    expect(measured.basis.set).toMatchObject({ observations: 5343, events: 1405, accounts: 5343 });
    for (const [metric, n, auc, spearman, ks] of [
      ['tenure', 5343, 0.2609749154600941, -0.36470756018164074, 0.35551384538640746],
      ['monthly_charges', 5343, 0.6200042834757242, 0.1830118836485352, 0.24643649159842324],
      ['total_charges', 5334, 0.3480672506383322, -0.23182923360137958, 0.22948166249867533],
    ] as const) {
      const found = metricOf(measured, metric);
      expect(found.observations - found.missing).toBe(n);
      expect(found.auc!.value).toBeCloseTo(auc, 12);
      expect(found.spearman!.value).toBeCloseTo(spearman, 12);
      expect(found.ks!.estimate.value).toBeCloseTo(ks, 12);
    }
    expect(metricOf(measured, 'contract').informationValue!.value).toBeCloseTo(1.1542629473979351, 12);
    expect(metricOf(measured, 'contract').suspicions.map(({ code }) => code)).toContain('iv-above-half');
    expect(measured.redundancy[0]!.metrics).toEqual(['tenure', 'total_charges']);
  });

  test('the score as scored', async () => {
    const { score } = await invoke('measure-score', {});
    expect(score.auc!.value).toBeCloseTo(0.8194734578131863, 6);
    expect(score.ks!.estimate.value).toBeCloseTo(0.5037707237989549, 6);
    expect(score.bands.map(({ observations, events }) => [observations, events])).toEqual([
      [2126, 1078],
      [1933, 1405 - 1078 - 39],
      [1284, 39],
      [0, 0],
    ]);
    expect(score.calibration!.method).toBe('isotonic');
    expect(score.calibration!.inTheLarge.interval![0]).toBeLessThan(0);
    expect(score.calibration!.inTheLarge.interval![1]).toBeGreaterThan(0);
  });

  test('a freer model on the same folds: the price of a score that can be explained', async () => {
    const { auc, terms } = await invoke('run-challenger', { kind: 'splines' });
    expect(terms).toBeGreaterThan(4);
    expect(auc!.suggested.value).toBeGreaterThan(auc!.current.value!);
    expect(auc!.difference.interval![0]).toBeGreaterThan(0);
  });
});

describe.skipIf(!shelfIsPresent)(`RavenStack: a panel without much to find${skipReason}`, () => {
  const ramp = (metric: string, from: number, to: number) => ({
    ...{ kind: 'metric' as const, id: `${metric}_points`, metric, weight: 1 },
    curve: { kind: 'ramp' as const, from: { value: from, points: 0 }, to: { value: to, points: 100 } },
  });
  const model = {
    ...{ id: 'health', name: 'Health', cuts: [50] },
    bands: ['red', 'green'].map((id) => ({ id, name: id, colour: '#009e73', shape: 'circle' as const })),
    dimensions: [
      ramp('usage_count', 0, 200),
      ramp('csat', 1, 5),
      ramp('mrr', 0, 20_000),
      ramp('active_subs', 0, 20),
      ramp('features_used', 0, 40),
    ],
  };

  test('five dates of evidence agree with scikit-learn, and no weights are supported', async () => {
    const invoke = await ravenstackStudy({ ...ravenstackDocument, models: [model], currentModel: 'health' });
    const measured = await invoke('measure-metrics', {});
    expect(measured.basis.set).toMatchObject({ observations: 1129, events: 230, accounts: 348, confirmation: { from: '2024-09-30' } });
    // scikit-learn 1.2.1 on snapshots.csv before 2024-09-30.
    for (const [metric, auc] of [
      ['tenure_days', 0.42546549305992165],
      ['csat', 0.5470157657657657],
      ['mrr', 0.45581322242104755],
      ['usage_count', 0.4864922377520917],
    ] as const)
      expect(metricOf(measured, metric).auc!.value).toBeCloseTo(auc, 12);
    expect(metricOf(measured, 'tenure_days').suspicions.map(({ code }) => code)).toEqual(['clock']);
    expect(metricOf(measured, 'prior_churn_events').suspicions.map(({ code }) => code)).toContain('changes-after-outcome');
    expect(metricOf(measured, 'seats').suspicions.map(({ code }) => code)).toContain('known-after-as-of');

    const { suggestion, verdict } = await invoke('suggest-weights', { resamples: 20, openConfirmation: true });
    expect(verdict.id).toBe('not-supported');
    expect(Math.abs(suggestion.outOfFold!.suggested.value! - 0.55)).toBeLessThan(0.06);
    const { backtest, backtestSentence } = await invoke('estimate-probability', { limit: 0 });
    expect(backtest.map(({ asOf }) => asOf)).toEqual(['2023-12-31', '2024-03-31', '2024-06-30']);
    expect(backtestSentence).toContain('observed');
  });
});

describe.skipIf(!shelfIsPresent)(`CDNOW: two dates within one horizon${skipReason}`, () => {
  test('recency, orders, CDs and spend as scikit-learn has them on three quarters of 23,570 customers', async () => {
    const { invoke } = newEngine();
    await invoke('create-study', { name: 'CDNOW' });
    await importInto(invoke, join(shelf, 'cdnow', 'customers.csv'), 'customers');
    await importInto(invoke, join(shelf, 'cdnow', 'transactions.csv'), 'transactions');
    const over = (id: string, aggregate: 'count' | 'sum' | 'days-since-last', extra: object = {}) => ({
      ...{ id, name: id },
      value: { kind: 'window' as const, source: 'transactions', aggregate, windowDays: null, ...extra },
    });
    const exportedOn = '1998-06-30';
    await invoke('define-study', {
      document: {
        account: { source: 'customers', key: 'customer_id', start: 'first_purchase_date' },
        readings: [
          { source: 'customers', shape: { kind: 'snapshot' }, exportedOn },
          { source: 'transactions', shape: { kind: 'events', date: 'date' }, link: { column: 'customer_id', to: 'customers' }, exportedOn },
        ],
        asOf: { kind: 'list', dates: ['1997-09-30', '1997-12-31'] },
        metrics: [
          over('recency_days', 'days-since-last'),
          over('orders', 'count'),
          over('cds', 'sum', { column: 'number_of_cds' }),
          over('spend_90d', 'sum', { column: 'dollar_value', windowDays: 90 }),
        ],
        outcomes: [
          { id: 'churned', name: 'No purchase in 180 days', happens: { kind: 'no-event', source: 'transactions' }, horizonDays: 180 },
        ],
      },
    });
    const measured = await invoke('measure-metrics', {});
    expect(measured.basis.set).toMatchObject({
      observations: 35_262,
      accounts: 17_631,
      events: 26_655,
      embargoed: null,
      confirmation: { from: '1997-09-30', to: '1997-12-31', observations: 11_878, share: 0.25 },
    });
    // scikit-learn 1.2.1 and pandas 1.5.3 on the accounts whose md5 of "confirmation:" + key does not begin with 0 to 3: both dates share outcomes.
    // Sums of money that are equal on paper are told apart by how they were added, here and in its ten printed digits.
    for (const [metric, auc, ks, digits = 12] of [
      ['recency_days', 0.7746906132708765, 0.4610057680995282],
      ['orders', 0.2327424770644581, 0.4375976575844647],
      ['cds', 0.2541001676033892, 0.3792886121731935],
      ['spend_90d', 0.314914278133665, 0.36024331139819643, 7],
    ] as const) {
      expect(metricOf(measured, metric).auc!.value).toBeCloseTo(auc, digits);
      expect(metricOf(measured, metric).ks!.estimate.value).toBeCloseTo(ks, digits);
    }
    expect(metricOf(measured, 'recency_days').suspicions.map(({ code }) => code)).toContain('clock');
  });
});
