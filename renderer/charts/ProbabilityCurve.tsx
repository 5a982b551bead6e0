import { areaY, lineY, type PlotOptions, ruleX, ruleY } from '@observablehq/plot';
import { useCallback } from 'react';
import { Figure } from './Figure.tsx';
import { percentText, scoreText } from './numberText.ts';

/** The probability at a score, with its 95 % interval. */
export interface ProbabilityPoint {
  score: number;
  probability: number;
  low: number;
  high: number;
}

interface ProbabilityCurveProps {
  title: string;
  sentence: string;
  /** Ascending scores. */
  points: readonly ProbabilityPoint[];
  /** Band edges, as lines. */
  cuts: readonly number[];
  /** What the probability is of. */
  outcome: string;
}

/** From score to probability, with the interval of the curve. */
export function ProbabilityCurve({ title, sentence, points, cuts, outcome }: ProbabilityCurveProps) {
  const plot = useCallback(
    (): PlotOptions => ({
      marginTop: 24,
      marginLeft: 46,
      marginRight: 12,
      marginBottom: 34,
      x: { domain: [0, 100], label: 'health score, higher = healthier', labelAnchor: 'center', labelArrow: 'none' },
      y: {
        label: `probability of ${outcome}`,
        labelArrow: 'none',
        grid: true,
        zero: true,
        ticks: 4,
        tickFormat: (share: number) => percentText(share),
      },
      marks: [
        areaY(points, { x: 'score', y1: 'low', y2: 'high', fill: 'var(--accent)', fillOpacity: 0.18 }),
        lineY(points, { x: 'score', y: 'probability', stroke: 'var(--accent)', strokeWidth: 2.25 }),
        ruleX(cuts, { stroke: 'var(--ink)', strokeDasharray: '2,3' }),
        ruleY([0], { stroke: 'var(--line-strong)' }),
      ],
    }),
    [points, cuts, outcome],
  );
  return (
    <Figure
      title={title}
      sentence={sentence}
      plot={plot}
      height={230}
      legend={[{ label: `probability of ${outcome}, 95 % interval`, colour: 'var(--accent)' }]}
      table={{
        columns: ['Score', 'Probability', 'from', 'to'],
        rows: points.map(({ score, probability, low, high }) => [
          scoreText(score),
          percentText(probability, 1),
          percentText(low, 1),
          percentText(high, 1),
        ]),
      }}
    />
  );
}
