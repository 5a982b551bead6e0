import { axisY, dot, lineY, type PlotOptions, rectY, ruleX, ruleY } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { Curve } from '../../shared/model/curve.ts';
import { moveCurveHandle } from './curveHandles.ts';
import { curvePath } from './curvePath.ts';
import { Figure } from './Figure.tsx';
import { HandleLayer } from './HandleLayer.tsx';
import { numberText } from './numberText.ts';
import type { DrawnScales } from './PlotCanvas.tsx';

/** The outcome rate (or mean) between two values of a metric; null ends are open. */
export interface BinRate {
  label: string;
  from: number | null;
  to: number | null;
  rate: number | null;
  interval: readonly [number, number] | null;
  /** What it rests on, in words. */
  basis: string;
}

interface BinRatesProps {
  title: string;
  sentence: string;
  bins: readonly BinRate[];
  /** Rate of all observations; null when there is none. */
  overall: number | null;
  range: { from: number; to: number };
  unit: string | null;
  rateLabel: string;
  rateText: (rate: number) => string;
  /** Points curve drawn over the rates, with its own axis; null without one. */
  curve: Curve | null;
  cuts: readonly number[];
  onCuts: (cuts: readonly number[]) => void;
}

interface Box {
  from: number;
  to: number;
  middle: number;
  rate: number;
  low: number | null;
  high: number | null;
}

/** How often the outcome came in each bin of a metric, with intervals, under the points curve; the cut points are handles. */
export function BinRates(props: BinRatesProps) {
  const { title, sentence, bins, overall, range, unit, rateLabel, rateText, curve, cuts, onCuts } = props;
  const boxes = useMemo(() => boxesOf(bins, range), [bins, range]);
  const [least, most] = useMemo(() => rateEnds(boxes), [boxes]);
  const plot = useCallback(
    (): PlotOptions => ({
      marginTop: 30,
      marginLeft: 46,
      marginRight: curve ? 62 : 12,
      marginBottom: 34,
      x: {
        domain: [range.from, range.to],
        label: unit ?? null,
        labelAnchor: 'center',
        labelArrow: 'none',
        tickFormat: (value: number) => numberText(value, 3),
      },
      y: { domain: [least, most], label: null, ticks: 4, grid: true },
      marks: [
        rectY(boxes, {
          x1: 'from',
          x2: 'to',
          y1: Math.max(0, least),
          y2: 'rate',
          fill: 'var(--line-strong)',
          fillOpacity: 0.35,
          insetLeft: 1,
          insetRight: 1,
        }),
        overall === null ? null : ruleY([overall], { stroke: 'var(--ink-secondary)', strokeDasharray: '3,3' }),
        ruleX(
          boxes.filter(({ low }) => low !== null),
          { x: 'middle', y1: 'low', y2: 'high', stroke: 'var(--ink)', strokeWidth: 1.5 },
        ),
        dot(boxes, { x: 'middle', y: 'rate', r: 3, fill: 'var(--ink)' }),
        // An axis of one's own takes the place of the usual one, so that both are said.
        axisY({ anchor: 'left', label: rateLabel, labelArrow: 'none', ticks: 4, tickFormat: rateText }),
        ...(curve
          ? [
              axisY(
                [0, 50, 100].map((points) => onRates(points, least, most)),
                {
                  anchor: 'right',
                  label: null,
                  tickFormat: (_: number, index: number) => ['0', '50', '100 points'][index] ?? '',
                },
              ),
              lineY(
                curvePath(curve, range.from, range.to).flatMap(({ value, points }) =>
                  points === null ? [] : [{ value, points: onRates(points, least, most) }],
                ),
                { x: 'value', y: 'points', stroke: 'var(--accent)', strokeWidth: 2.25, strokeLinejoin: 'round' },
              ),
            ]
          : []),
      ],
    }),
    [boxes, least, most, overall, range, unit, rateLabel, rateText, curve],
  );
  const steps = useMemo((): Curve => {
    const heights = boxes.map(({ rate }) => (100 * (rate - least)) / (most - least || 1));
    const points = Array.from({ length: cuts.length + 1 }, (_, index) => Math.min(100, Math.max(0, heights[index] ?? 50)));
    return { kind: 'steps', cuts: [...cuts], points };
  }, [boxes, cuts, least, most]);
  const legend = [
    { label: rateLabel, colour: 'var(--line-strong)' },
    ...(curve ? [{ label: 'points of the draft', colour: 'var(--accent)' }] : []),
  ];
  return (
    <Figure
      title={title}
      sentence={sentence}
      plot={plot}
      height={250}
      legend={legend}
      table={{
        columns: ['Values', rateLabel, 'from', 'to', 'rests on'],
        rows: bins.map(({ label, rate, interval, basis }) => [
          label,
          rate === null ? '–' : rateText(rate),
          interval ? rateText(interval[0]) : '–',
          interval ? rateText(interval[1]) : '–',
          basis,
        ]),
      }}
    >
      {(scales) => (
        <HandleLayer
          curve={steps}
          unit={unit}
          range={range}
          scales={onPoints(scales, least, most)}
          onMove={(id, to, gap) => {
            const moved = moveCurveHandle(steps, id, to, gap);
            if (moved.kind === 'steps') onCuts(moved.cuts);
          }}
        />
      )}
    </Figure>
  );
}

/** Points 0..100 on the scale of the rates. */
const onRates = (points: number, least: number, most: number) => least + (points / 100) * (most - least);

function onPoints(scales: DrawnScales, least: number, most: number): DrawnScales {
  return { ...scales, y: { ...scales.y, apply: (points: number) => scales.y.apply(onRates(points, least, most)) } };
}

function boxesOf(bins: readonly BinRate[], range: { from: number; to: number }): Box[] {
  return bins.flatMap(({ from, to, rate, interval }) => {
    const low = Math.max(range.from, from ?? range.from);
    const high = Math.min(range.to, to ?? range.to);
    if (rate === null || high < low) return [];
    return [{ from: low, to: high, middle: (low + high) / 2, rate, low: interval?.[0] ?? null, high: interval?.[1] ?? null }];
  });
}

/** Where the axis of the rates begins and ends: at 0 where nothing lies below it. */
function rateEnds(boxes: readonly Box[]): [number, number] {
  const values = boxes.flatMap(({ rate, low, high }) => [rate, low ?? rate, high ?? rate]);
  const most = Math.max(...values, 0);
  const least = Math.min(...values, 0);
  return [least, most > least ? most + (most - least) * 0.05 : least + 1];
}
