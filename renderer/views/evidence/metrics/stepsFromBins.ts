import type { MetricBin } from '../../../../shared/contract/metricEvidence.ts';
import type { CurveOf } from '../../../../shared/model/curve.ts';

/**
 * A steps curve from the outcome rate of each bin: the healthiest bin earns 100 points, the unhealthiest 0, the others in proportion to
 * their rates. Null when the bins do not fit the cut points, have no rates, or all the same.
 * @param polarity whether the outcome is what the business fears (a high rate is unhealthy) or hopes for
 */
export function stepsFromBins(bins: readonly MetricBin[], cuts: readonly number[], polarity: 'bad' | 'good'): CurveOf<'steps'> | null {
  const present = bins.filter(({ missing }) => !missing);
  const rates = present.flatMap(({ rate }) => (rate.value === null ? [] : [rate.value]));
  if (rates.length !== cuts.length + 1) return null;
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  if (!(most > least)) return null;
  const points = rates.map((rate) => {
    const share = (rate - least) / (most - least);
    return Math.round(1000 * (polarity === 'bad' ? 1 - share : share)) / 10;
  });
  return { kind: 'steps', cuts: [...cuts], points };
}
