import type { MetricBin } from '../../../../shared/contract/metricEvidence.ts';
import type { CurveOf } from '../../../../shared/model/curve.ts';

/**
 * A steps curve from what happened in each bin: 100 points for the healthiest bin, 0 for the unhealthiest, the others linear in the log
 * odds (weight of evidence), as a suggested curve's are; for an outcome that is a number, linear in its mean. Null when the bins do not
 * fit the cut points, are empty, or all the same.
 * @param polarity whether the outcome is what the business fears (more of it is unhealthy) or hopes for
 */
export function stepsFromBins(
  bins: readonly Pick<MetricBin, 'missing' | 'rate' | 'weightOfEvidence'>[],
  cuts: readonly number[],
  polarity: 'bad' | 'good',
): CurveOf<'steps'> | null {
  const levels = bins.flatMap(({ missing, rate, weightOfEvidence }) =>
    missing || rate.value === null ? [] : [weightOfEvidence ?? rate.value],
  );
  if (levels.length !== cuts.length + 1) return null;
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const [best, worst] = polarity === 'bad' ? [least, most] : [most, least];
  if (best === worst) return null;
  return {
    kind: 'steps',
    cuts: [...cuts],
    points: levels.map((level) => Math.round((100 * Math.abs(worst - level)) / Math.abs(worst - best))),
  };
}
