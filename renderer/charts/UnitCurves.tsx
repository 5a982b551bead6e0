import { line, type PlotOptions, ruleY, text } from '@observablehq/plot';
import { useCallback } from 'react';
import { Figure } from './Figure.tsx';
import { percentText } from './numberText.ts';

/** A curve from (0, 0) to (1, 1). */
export interface UnitCurve {
  name: string;
  points: readonly (readonly [number, number])[];
}

interface UnitCurvesProps {
  title: string;
  sentence: string;
  /** Filled role: the draft. */
  own: UnitCurve;
  other?: UnitCurve | undefined;
  xLabel: string;
  yLabel: string;
  height?: number;
}

/** Shares against shares, such as a ROC or a gains curve, over the diagonal of no information. */
export function UnitCurves({ title, sentence, own, other, xLabel, yLabel, height = 230 }: UnitCurvesProps) {
  const plot = useCallback((): PlotOptions => {
    const axis = { domain: [0, 1], labelArrow: 'none' as const, ticks: 4, tickFormat: (share: number) => percentText(share) };
    return {
      marginTop: 24,
      marginLeft: 46,
      marginRight: 12,
      marginBottom: 34,
      x: { ...axis, label: xLabel, labelAnchor: 'center' },
      y: { ...axis, label: yLabel, grid: true },
      marks: [
        line(
          [
            [0, 0],
            [1, 1],
          ],
          { stroke: 'var(--line-strong)', strokeDasharray: '2,3' },
        ),
        text(['no better than chance'], { x: 1, y: 0.44, fill: 'var(--ink-secondary)', textAnchor: 'end' }),
        other ? line(other.points, { stroke: 'var(--ink-secondary)', strokeWidth: 1.5, strokeDasharray: '5,3' }) : null,
        line(own.points, { stroke: 'var(--accent)', strokeWidth: 2.25 }),
        ruleY([0], { stroke: 'var(--line-strong)' }),
      ],
    };
  }, [own, other, xLabel, yLabel]);
  return (
    <Figure
      title={title}
      sentence={sentence}
      plot={plot}
      height={height}
      legend={[
        { label: own.name, colour: 'var(--accent)' },
        ...(other ? [{ label: `${other.name} (dashed)`, colour: 'var(--ink-secondary)' }] : []),
      ]}
      table={{
        columns: [xLabel, own.name, ...(other ? [other.name] : [])],
        rows: tenths.map((share) => [
          percentText(share),
          percentText(heightAt(own, share), 1),
          ...(other ? [percentText(heightAt(other, share), 1)] : []),
        ]),
      }}
    />
  );
}

const tenths = Array.from({ length: 11 }, (_, index) => index / 10);

/** The highest point of the curve at a share, straight between its points. */
export function heightAt({ points }: Pick<UnitCurve, 'points'>, share: number): number {
  const after = points.findIndex(([x]) => x > share);
  const [x0, y0] = points[after === -1 ? points.length - 1 : Math.max(0, after - 1)] ?? [0, 0];
  const [x1, y1] = points[after] ?? [x0, y0];
  return x1 > x0 ? y0 + ((y1 - y0) * (share - x0)) / (x1 - x0) : y0;
}
