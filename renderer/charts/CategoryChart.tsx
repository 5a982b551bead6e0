import { barX, type PlotOptions, text } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { MetricProfile } from '../../shared/contract/observationCalls.ts';
import type { CurveOf } from '../../shared/model/curve.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import { profileSentence } from './CurveChart.tsx';
import { describeCurve } from './describeCurve.ts';
import { Figure } from './Figure.tsx';
import { numberText } from './numberText.ts';

interface CategoryChartProps {
  title: string;
  curve: CurveOf<'categories'>;
  profile: MetricProfile | null;
}

interface Bar {
  category: string;
  count: number;
  points: number | null;
}

const mostBars = 12;
const barHeight = 22;

/** How many accounts of the book are in each category, with the points it earns. */
export function CategoryChart({ title, curve, profile }: CategoryChartProps) {
  const bars = useMemo(() => categoryBars(curve, profile), [curve, profile]);
  const plot = useCallback(() => barsPlot(bars), [bars]);
  return (
    <Figure
      title={title}
      sentence={`${describeCurve(curve, null)}${profile ? profileSentence(profile, null) : ''}`}
      plot={plot}
      height={Math.max(1, bars.length) * barHeight + 24}
      legend={[{ label: 'accounts of the book', colour: 'var(--line-strong)' }]}
      table={{
        columns: ['Category', 'Accounts', 'Points'],
        rows: bars.map(({ category, count, points }) => [category, numberText(count), points === null ? 'missing' : numberText(points, 1)]),
      }}
    />
  );
}

function categoryBars(curve: CurveOf<'categories'>, profile: MetricProfile | null): Bar[] {
  const counts = new Map(profile?.categories.map(({ value, count }) => [value, count]));
  const names = new Set([...counts.keys(), ...Object.keys(curve.points)]);
  return [...names]
    .map((category) => ({ category, count: counts.get(category) ?? 0, points: pointsOf(curve, category) }))
    .sort((one, other) => other.count - one.count)
    .slice(0, mostBars);
}

function barsPlot(bars: Bar[]): PlotOptions {
  return {
    marginTop: 0,
    marginBottom: 24,
    marginLeft: Math.min(160, Math.max(40, ...bars.map(({ category }) => category.length * 6.4 + 10))),
    marginRight: 96,
    x: { label: 'accounts', labelArrow: 'none', ticks: 4, tickFormat: (value: number) => numberText(value) },
    y: { domain: bars.map(({ category }) => category), label: null, tickSize: 0 },
    marks: [
      barX(bars, { x: 'count', y: 'category', fill: 'var(--line-strong)', fillOpacity: 0.5 }),
      text(bars, {
        y: 'category',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: 70,
        text: ({ points }: Bar) => (points === null ? 'missing' : `${numberText(points, 1)} points`),
        fill: 'var(--ink)',
      }),
    ],
  };
}
