import type { EvidenceOutcome } from '../../../shared/contract/evidenceBasis.ts';
import type { MetricEvidence } from '../../../shared/contract/metricEvidence.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { MetricFacts } from './MetricFacts.ts';

/** Which values go with the outcome, in words, and whether that is what the metric's definition says. */
export function directionOf(metric: Metric, outcome: EvidenceOutcome, { auc, spearman }: MetricFacts): MetricEvidence['direction'] {
  if (metric.valueType === 'category')
    return { higher: 'unordered', asStated: null, sentence: `${metric.name} has categories without an order; see the rate of each.` };
  const [estimate, middle] = auc ? [auc, 0.5] : [spearman, 0];
  const what = outcome.kind === 'number' ? `${outcome.name} is higher` : `"${outcome.name}" comes true more often`;
  const { value = null, interval = null } = estimate ?? {};
  if (value === null || interval === null || (interval[0] <= middle && interval[1] >= middle))
    return {
      higher: 'neither',
      asStated: null,
      sentence: `No direction can be told: ${metric.name} against "${outcome.name}" may be chance.`,
    };
  const higher = value > middle ? 'more' : 'less';
  const healthierIsMore = outcome.polarity === 'good' ? 'more' : 'less';
  const stated =
    metric.direction === 'neither' ? null : metric.direction === 'higher' ? higher === healthierIsMore : higher !== healthierIsMore;
  const against = stated === false ? `, against its definition (${metric.direction} is healthier)` : '';
  return { higher, asStated: stated, sentence: `${what} where ${metric.name} is ${higher === 'more' ? 'higher' : 'lower'}${against}.` };
}
