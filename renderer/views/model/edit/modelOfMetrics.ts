import type { MetricProfile } from '../../../../shared/contract/observationCalls.ts';
import type { Metric } from '../../../../shared/model/metric.ts';
import type { Draft } from '../../../state/Draft.ts';
import { emptyModel } from './applyTemplate.ts';
import { newLeaf } from './newLeaf.ts';
import { startingCurve } from './startingCurve.ts';
import { addNode } from './tree.ts';

const usualWeight = 10;

/** Whether a metric can earn points without a word from the analyst: a number of which is said which way is healthier. */
export function hasDirection({ direction, valueType }: Metric): boolean {
  return direction !== 'neither' && valueType === 'number';
}

/** Whether a metric gets a weight in a first model: it has a direction, and not everybody has the same of it. */
export function isWeighed(metric: Metric, profile: MetricProfile | undefined): boolean {
  return hasDirection(metric) && profile !== undefined && profile.distinct > 1;
}

/**
 * The draft with a flat model of the study's own metrics: each that has a direction counts the same, on a ramp over its own distribution;
 * the others, and those that are the same for everybody, are only observed until the analyst says more.
 */
export function modelOfMetrics(draft: Draft, profiles: ReadonlyMap<string, MetricProfile>): Draft {
  const begun = emptyModel(draft);
  let model = begun.models.at(-1)!;
  for (const metric of draft.definition.metrics) {
    const profile = profiles.get(metric.id);
    const leaf = newLeaf(model, metric, isWeighed(metric, profile) ? usualWeight : 0);
    const curve = profile?.quantiles ? startingCurve('ramp', metric, profile) : leaf.curve;
    model = addNode(model, { ...leaf, curve }, null);
  }
  return { ...begun, models: begun.models.with(-1, model) };
}
