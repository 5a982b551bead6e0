import { dot, line, type PlotOptions, ruleX } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { Figure } from './Figure.tsx';
import { percentText } from './numberText.ts';

/** Observations of about the same predicted probability. */
export interface CalibrationBin {
  predicted: number;
  observed: number | null;
  interval: readonly [number, number] | null;
  /** What it rests on, in words. */
  basis: string;
}

interface CalibrationChartProps {
  title: string;
  sentence: string;
  bins: readonly CalibrationBin[];
}

/** Predicted probability against what was observed, with intervals; on the diagonal they agree. */
export function CalibrationChart({ title, sentence, bins }: CalibrationChartProps) {
  const most = useMemo(
    () => Math.min(1, 1.05 * Math.max(0.01, ...bins.flatMap((bin) => [bin.predicted, bin.observed ?? 0, bin.interval?.[1] ?? 0]))),
    [bins],
  );
  const plot = useCallback((): PlotOptions => {
    const axis = { domain: [0, most], labelArrow: 'none' as const, ticks: 4, tickFormat: (share: number) => percentText(share) };
    return {
      marginTop: 24,
      marginLeft: 46,
      marginRight: 12,
      marginBottom: 34,
      x: { ...axis, label: 'predicted', labelAnchor: 'center' },
      y: { ...axis, label: 'observed', grid: true },
      marks: [
        line(
          [
            [0, 0],
            [most, most],
          ],
          { stroke: 'var(--line-strong)', strokeDasharray: '2,3' },
        ),
        ruleX(
          bins.filter(({ interval }) => interval !== null),
          {
            x: 'predicted',
            y1: ({ interval }: CalibrationBin) => interval?.[0],
            y2: ({ interval }: CalibrationBin) => interval?.[1],
            stroke: 'var(--ink-secondary)',
            strokeWidth: 1.5,
          },
        ),
        dot(bins, { x: 'predicted', y: 'observed', r: 3.5, fill: 'var(--accent)' }),
      ],
    };
  }, [bins, most]);
  return (
    <Figure
      title={title}
      sentence={sentence}
      plot={plot}
      height={230}
      legend={[]}
      table={{
        columns: ['Predicted', 'Observed', 'from', 'to', 'rests on'],
        rows: bins.map(({ predicted, observed, interval, basis }) => [
          percentText(predicted, 1),
          observed === null ? '–' : percentText(observed, 1),
          interval ? percentText(interval[0], 1) : '–',
          interval ? percentText(interval[1], 1) : '–',
          basis,
        ]),
      }}
    />
  );
}
