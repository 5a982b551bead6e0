import { useMemo } from 'react';
import type { Band } from '../../shared/model/model.ts';
import type { HistogramFrame } from './HistogramPainter.ts';
import { barsPath, outlinePath } from './scoreBars.ts';

interface SmallHistogramProps {
  frame: Pick<HistogramFrame, 'bars' | 'outline' | 'width' | 'cuts'>;
  bands: readonly Band[];
}

const [width, height] = [160, 64];
const x = (score: number) => (score / 100) * width;

/** A score histogram of a few centimetres, silent: the words beside it say what it shows. */
export function SmallHistogram({ frame: { bars, outline, width: barWidth, cuts }, bands }: SmallHistogramProps) {
  const paths = useMemo(() => {
    const top = Math.max(1e-9, ...bars, ...(outline ?? []));
    const y = (amount: number) => height - 1 - (amount / top) * (height - 3);
    return {
      bands: bands.map((_, index) => barsPath(bars, barWidth, index === 0 ? 0 : cuts[index - 1]!, cuts[index] ?? 100, x, y)),
      outline: outline && outlinePath(outline, barWidth, x, y),
    };
  }, [bars, outline, barWidth, cuts, bands]);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
      {paths.bands.map((path, index) => (
        <path key={bands[index]!.id} d={path} fill={bands[index]!.colour} />
      ))}
      {paths.outline && <path d={paths.outline} fill="none" stroke="var(--ink)" strokeWidth="1.25" vectorEffect="non-scaling-stroke" />}
      <path d={`M0,${height - 0.5}H${width}`} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
