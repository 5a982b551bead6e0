import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { type BinRate, BinRates } from '../../../charts/BinRates.tsx';
import { GroupRates } from '../../../charts/GroupRates.tsx';
import { countText } from '../../../charts/numberText.ts';
import { basisText, indexText, rateText, valueOr } from '../estimateText.ts';

type Measured = CallOutput<'measure-metric'>;

interface RateChartProps {
  metric: Measured;
  cuts: readonly number[];
  onCuts: (cuts: readonly number[]) => void;
}

/** The outcome in each bin of a metric: along its values under the draft's curve, or by category. */
export function RateChart({ metric, cuts, onCuts }: RateChartProps) {
  const { name, unit, basis, places, range } = metric;
  const isNumber = basis.outcome.kind === 'number';
  const style = isNumber ? indexText : rateText;
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
  const ends = useMemo(() => range && { from: range[0], to: range[1] > range[0] ? range[1] : range[0] + 1 }, [range]);
  const shared = {
    title: `${basis.outcome.name} by ${name}`,
    sentence: rateSentence(metric),
    rateLabel: isNumber ? `mean of ${basis.outcome.name}` : `${basis.outcome.name}, share of observations`,
    rateText: style,
    overall: metric.rate.value,
  };
  if (metric.valueType === 'category' || !ends) {
    return <GroupRates {...shared} groups={bins} />;
  }
  return <BinRates {...shared} bins={present} range={ends} unit={unit} curve={places[0]?.curve ?? null} cuts={cuts} onCuts={onCuts} />;
}

/** Where the outcome is most and least frequent, and where the bins come from. */
function rateSentence({ bins, basis, rate, cutsFrom }: Measured): string {
  const style = basis.outcome.kind === 'number' ? indexText : rateText;
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
