import { useMemo } from 'react';
import type { Band } from '../../shared/model/model.ts';
import type { HistogramFrame } from './HistogramPainter.ts';
import { barTotals, outlinePath, stackPaths } from './scoreBars.ts';

interface SmallHistogramProps {
  frame: Pick<HistogramFrame, 'stacks' | 'outline' | 'width'>;
  bands: readonly Band[];
}

const [width, height] = [160, 64];
const x = (score: number) => (score / 100) * width;

/** A score histogram of a few centimetres, silent: the words beside it say what it shows. */
export function SmallHistogram({ frame: { stacks, outline, width: barWidth }, bands }: SmallHistogramProps) {
  const paths = useMemo(() => {
    const top = Math.max(1e-9, ...barTotals(stacks), ...(outline ?? []));
    const y = (amount: number) => height - 1 - (amount / top) * (height - 3);
    return {
      bands: stackPaths(stacks, barWidth, x, y),
      outline: outline && outlinePath(outline, barWidth, x, y),
    };
  }, [stacks, outline, barWidth]);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
      {bands.map(({ id, colour }, index) => (
        <path key={id} d={paths.bands[index] ?? ''} fill={colour} />
      ))}
      {paths.outline && <path d={paths.outline} fill="none" stroke="var(--ink)" strokeWidth="1.25" vectorEffect="non-scaling-stroke" />}
      <path d={`M0,${height - 0.5}H${width}`} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
