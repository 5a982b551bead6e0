import { lineY, type PlotOptions, rectY, ruleX, ruleY } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { MetricProfile } from '../../shared/contract/observationCalls.ts';
import type { Curve } from '../../shared/model/curve.ts';
import { curvePath, drawnRange } from './curvePath.ts';
import { describeCurve } from './describeCurve.ts';
import { Figure } from './Figure.tsx';
import { HandleLayer } from './HandleLayer.tsx';
import { numberText, percentText, valueText } from './numberText.ts';

type Bin = MetricProfile['histogram'][number];

interface CurveChartProps {
  title: string;
  curve: Curve;
  unit: string | null;
  /** The metric's distribution over the book; null until it is known. */
  profile: MetricProfile | null;
  /** Drawn faintly behind: the base model's curve while a segment's is edited. */
  behind?: Curve | undefined;
  height?: number;
  onMove?: ((handle: string, to: { value?: number; points?: number }, gap: number) => void) | undefined;
  onMoveStart?: (() => void) | undefined;
  onMoveEnd?: (() => void) | undefined;
}

/** A numeric metric's histogram over the book with its points curve drawn over it; the curve's corners are handles. */
export function CurveChart({ title, curve, unit, profile, behind, height = 230, onMove, onMoveStart, onMoveEnd }: CurveChartProps) {
  const bins = profile?.histogram;
  const known = useMemo(() => (bins && bins.length > 0 ? { from: bins[0]!.from, to: bins.at(-1)!.to } : null), [bins]);
  const range = useMemo(() => drawnRange(curve, known), [curve, known]);
  const plot = useCallback(() => curvePlot(curve, behind, bins ?? [], range, unit), [curve, behind, bins, range, unit]);
  const rows = curvePath(curve, range.from, range.to);
  return (
    <Figure
      title={title}
      sentence={`${describeCurve(curve, unit)}${profile ? ` ${profileSentence(profile, unit)}` : ''}`}
      plot={plot}
      height={height}
      legend={[
        { label: 'points', colour: 'var(--accent)' },
        { label: 'accounts of the book', colour: 'var(--line-strong)' },
      ]}
      table={{
        columns: ['Value', 'Points'],
        rows: thinned(rows).map(({ value, points }) => [valueText(value, unit), points === null ? 'missing' : numberText(points, 1)]),
      }}
    >
      {onMove &&
        ((scales) => (
          <HandleLayer
            curve={curve}
            unit={unit}
            range={range}
            scales={scales}
            onMove={onMove}
            onMoveStart={onMoveStart}
            onMoveEnd={onMoveEnd}
          />
        ))}
    </Figure>
  );
}

function curvePlot(
  curve: Curve,
  behind: Curve | undefined,
  bins: Bin[],
  range: { from: number; to: number },
  unit: string | null,
): PlotOptions {
  const most = Math.max(...bins.map(density));
  return {
    marginTop: 30,
    marginLeft: 30,
    marginRight: 10,
    marginBottom: 34,
    x: {
      domain: [range.from, range.to],
      label: unit ?? null,
      labelAnchor: 'center',
      labelArrow: 'none',
      tickFormat: (value: number) => numberText(value, 3),
    },
    y: { domain: [0, 100], label: null, ticks: [0, 50, 100], grid: true },
    marks: [
      rectY(bins, {
        x1: 'from',
        x2: 'to',
        y: (bin: Bin) => (density(bin) / most) * 72,
        fill: 'var(--line-strong)',
        fillOpacity: 0.35,
        insetLeft: 0.5,
        insetRight: 0.5,
        clip: true,
      }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
      curve.kind === 'ramp' && curve.outside === 'missing'
        ? ruleX([curve.from.value, curve.to.value], { stroke: 'var(--line-strong)', strokeDasharray: '2,3' })
        : null,
      behind &&
        lineY(curvePath(behind, range.from, range.to), { x: 'value', y: 'points', stroke: 'var(--ink-secondary)', strokeDasharray: '4,3' }),
      lineY(curvePath(curve, range.from, range.to), {
        x: 'value',
        y: 'points',
        stroke: 'var(--accent)',
        strokeWidth: 2.25,
        strokeLinejoin: 'round',
      }),
    ],
  };
}

/** The outer bins reach as far as the values do, so that heights compare by accounts per unit of the value. */
const density = ({ from, to, count }: Bin) => (to > from ? count / (to - from) : count);

/** How many accounts have a value, and where they lie. */
export function profileSentence(profile: MetricProfile, unit: string | null): string {
  const { observations, missing, quantiles } = profile;
  if (observations === 0) return `No account is observed on ${profile.asOf}.`;
  if (missing === observations) return `No account of ${profile.asOf} has a value.`;
  const gone = missing > 0 ? ` ${percentText(missing / observations)} of accounts have no value.` : '';
  const middle = quantiles
    ? `Half of the accounts lie between ${valueText(quantiles[2]!, unit)} and ${valueText(quantiles[4]!, unit)}.`
    : '';
  return `${middle}${gone}`;
}

function thinned<Item>(items: readonly Item[]): Item[] {
  const every = Math.ceil(items.length / 24);
  return items.filter((_, index) => index % every === 0 || index === items.length - 1);
}
