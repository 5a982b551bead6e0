import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { type BinRate, BinRates } from '../../../charts/BinRates.tsx';
import { GroupRates } from '../../../charts/GroupRates.tsx';
import { countText } from '../../../charts/numberText.ts';
import { basisText, rateWords, valueOr } from '../estimateText.ts';

type Measured = CallOutput<'measure-metric'>;

interface RateChartProps {
  metric: Measured;
  cuts: readonly number[];
  onCuts: (cuts: readonly number[]) => void;
}

/** The outcome in each bin of a metric: along its values under the draft's curve, or by category. */
export function RateChart({ metric, cuts, onCuts }: RateChartProps) {
  const { name, unit, basis, places, range, cuts: known } = metric;
  const bins = useMemo(
    () =>
      metric.bins.map(
        (bin): BinRate => ({
          label: bin.label,
          from: bin.from,
          to: bin.to,
          rate: bin.rate.value,
          interval: bin.rate.interval,
          basis: basisText(bin.rate),
        }),
      ),
    [metric.bins],
  );
  const present = useMemo(() => bins.filter((_, index) => !metric.bins[index]?.missing), [bins, metric.bins]);
  const ends = useMemo(() => range && shownRange(range, known), [range, known]);
  const shared = {
    ...rateWords(basis.outcome),
    title: `${basis.outcome.name} by ${name}`,
    sentence: rateSentence(metric),
    overall: metric.rate.value,
  };
  if (metric.valueType === 'category' || !ends) {
    return <GroupRates {...shared} groups={bins} />;
  }
  return <BinRates {...shared} bins={present} range={ends} unit={unit} curve={places[0]?.curve ?? null} cuts={cuts} onCuts={onCuts} />;
}

/** The range of the metric, with room for bins that reach beyond its outermost cut points. */
function shownRange([from, to]: readonly [number, number], cuts: readonly number[]): { from: number; to: number } {
  const room = (to - from || 1) * 0.06;
  return {
    from: cuts.some((cut) => cut <= from) ? Math.min(from, ...cuts) - room : from,
    to: cuts.some((cut) => cut >= to - room / 2) || to === from ? Math.max(to, ...cuts) + room : to,
  };
}

/** Where the outcome is most and least frequent, and where the bins come from. */
function rateSentence({ bins, basis, rate, cutsFrom }: Measured): string {
  const { rateText: style } = rateWords(basis.outcome);
  const seen = bins.filter((bin) => bin.rate.value !== null && !bin.missing);
  const [least, most] = [Math.min, Math.max].map((end) =>
    seen.find((bin) => bin.rate.value === end(...seen.map((each) => each.rate.value!))),
  );
  const origin = {
    given: 'Cut points as set here.',
    curve: 'Cut points of the draft’s curve.',
    proposed: 'Proposed cut points.',
    categories: '',
  }[cutsFrom];
  if (!least || !most) return `No bin has a known outcome. ${origin}`;
  const whole = `${valueOr(rate.value, style)} of ${countText(rate.n, 'observation')} overall`;
  return `From ${valueOr(least.rate.value, style)} at ${least.label} to ${valueOr(most.rate.value, style)} at ${most.label}; ${whole}. ${origin}`;
}
