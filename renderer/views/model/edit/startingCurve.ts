import type { MetricProfile } from '../../../../shared/contract/observationCalls.ts';
import type { Curve } from '../../../../shared/model/curve.ts';
import type { Metric } from '../../../../shared/model/metric.ts';
import { niceStep, snap } from '../../../charts/niceStep.ts';

/** What a curve of another kind needs to know of the metric to start sensibly. */
export type KnownOfMetric = Pick<Metric, 'direction' | 'valueType'>;

/**
 * A curve to start from, laid over the metric's own distribution: corners at its 5, 25, 50, 75 and 95 % points, rising
 * when higher is healthier and falling when lower is. Without a profile the metric is taken to lie in 0..100.
 */
export function startingCurve(kind: Curve['kind'], metric: KnownOfMetric, profile: MetricProfile | null): Curve {
  const lower = metric.direction === 'lower';
  const direction = lower ? 'lower' : 'higher';
  const [p5, p25, , p75, p95] = corners(profile);
  const low = lower ? 100 : 0;
  const high = lower ? 0 : 100;
  switch (kind) {
    case 'steps':
      return { kind, cuts: [p25, p75], points: lower ? [100, 70, 30] : [30, 70, 100] };
    case 'ramp':
      return { kind, from: { value: p5, points: low }, to: { value: p95, points: high }, outside: 'clamp' };
    case 'target-range':
      return { kind, rise: [p5, p25], fall: [p75, p95], inside: 100, below: 0, above: 0 };
    case 'categories':
      return {
        kind,
        points: Object.fromEntries((profile?.categories ?? []).slice(0, 12).map(({ value }) => [value, 50])),
        unlisted: 'missing',
        loose: false,
      };
    case 'percentile':
      return { kind, direction, knots: [] };
    case 'z-score':
      return { kind, direction, reference: null };
  }
}

/** The kinds of curve that fit a metric: categories for words, all others for numbers. */
export function fittingKinds(metric: KnownOfMetric): Curve['kind'][] {
  return metric.valueType === 'category' ? ['categories'] : ['steps', 'ramp', 'target-range', 'percentile', 'z-score'];
}

function corners(profile: MetricProfile | null): [number, number, number, number, number] {
  const found = profile?.quantiles?.slice(1, 6) ?? [5, 25, 50, 75, 95];
  const [least = 0, most = 1] = [found[0], found[4]];
  const step = niceStep(Math.max(most - least, 1e-6 * Math.max(Math.abs(least), Math.abs(most))));
  const rising: number[] = [];
  for (const value of found) {
    const snapped = snap(value, step);
    const before = rising.at(-1);
    rising.push(before !== undefined && snapped <= before ? snap(before + step, step) : snapped);
  }
  return rising as [number, number, number, number, number];
}
