import { expect, it } from 'vitest';
import { caveatsOf, directionText, sameAs } from '../../../renderer/views/evidence/metrics/metricWords.ts';
import { sortedMetrics } from '../../../renderer/views/evidence/metrics/sortedMetrics.ts';
import type { MetricEvidence } from '../../../shared/contract/metricEvidence.ts';
import { warningSentences } from '../../../shared/stats/warning.ts';
import { estimate } from './estimates.ts';

const metric = (id: string, more: Partial<MetricEvidence> = {}): MetricEvidence => ({
  metric: id,
  name: id.toUpperCase(),
  unit: null,
  valueType: 'number',
  effectiveWeight: null,
  observations: 100,
  missing: 0,
  direction: { higher: 'more', asStated: null, sentence: '' },
  auc: estimate(0.5),
  ks: null,
  spearman: null,
  correlation: null,
  informationValue: null,
  mutualInformation: null,
  missingRate: { observations: 0, accounts: 0, events: 0, revenue: 0, rate: estimate(null) },
  monotone: null,
  pValue: null,
  test: null,
  qValue: null,
  varianceInflation: null,
  redundancyGroup: null,
  suspicions: [],
  warnings: [],
  ...more,
});

it('sorts by strength of the link whatever its direction, and puts what has none last both ways', () => {
  const list = [metric('a', { auc: estimate(0.6) }), metric('b', { auc: null }), metric('c', { auc: estimate(0.2) })];
  const order = (descending: boolean) => sortedMetrics(list, { id: 'link', descending }).map((one) => one.metric);
  expect(order(true)).toEqual(['c', 'a', 'b']);
  expect(order(false)).toEqual(['a', 'c', 'b']);
  expect(sortedMetrics(list, null)).toBe(list);
  expect(sortedMetrics(list, { id: 'name', descending: true }).map((one) => one.metric)).toEqual(['c', 'b', 'a']);
});

it('says the direction in words, and when the data contradict the definition', () => {
  const direction = (higher: MetricEvidence['direction']['higher'], asStated: boolean | null, warnings: MetricEvidence['warnings'] = []) =>
    directionText({ direction: { higher, asStated, sentence: '' }, warnings });
  expect(direction('less', true)).toBe('lower values');
  expect(direction('more', false)).toBe('higher values, against its definition');
  expect([direction('neither', null), direction('unordered', null)]).toEqual(['neither end', 'by category']);
  expect(direction('neither', null, ['FEW_EVENTS'])).toBe('too few to tell');
});

it('puts suspicions before warnings, and does not repeat for each metric that accounts repeat', () => {
  const said = caveatsOf(
    metric('a', {
      suspicions: [{ code: 'clock', sentence: 'It grows with time.' }],
      warnings: ['CLUSTERED', 'UNDER_50_EVENTS'],
      auc: estimate(0.6, { warnings: ['UNDER_50_EVENTS'] }),
    }),
  );
  expect(said).toEqual(['It grows with time.', warningSentences.UNDER_50_EVENTS]);
});

it('names the other metrics that say the same', () => {
  const metrics = [metric('a', { redundancyGroup: 0 }), metric('b', { redundancyGroup: 0 }), metric('c')];
  const redundancy = [{ metrics: ['a', 'b'], correlation: 0.9, strongest: 'a', sentence: '' }];
  expect(metrics.map((one) => sameAs(one, { metrics, redundancy }))).toEqual(['B', 'A', '']);
});
