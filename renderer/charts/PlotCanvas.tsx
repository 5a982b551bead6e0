import { plot as drawPlot, type PlotOptions, type Scale } from '@observablehq/plot';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useElementWidth } from '../parts/useElementWidth.ts';
import styles from './PlotCanvas.module.css';

/** The drawn figure's scales: what turns a value into pixels of the canvas and back. */
export interface DrawnScales {
  width: number;
  height: number;
  x: Scale;
  y: Scale;
}

interface PlotCanvasProps {
  /** The figure at a width; keep the function's identity while nothing it reads has changed. */
  plot: (width: number) => PlotOptions;
  height: number;
  /** What the picture shows, in a few words; the text twin says the rest. */
  label: string;
  describedBy?: string | undefined;
  /** Controls that lie over the figure, placed with its scales. */
  children?: ((scales: DrawnScales) => ReactNode) | undefined;
}

/** Draws a Plot figure at the width it is given, as one image to assistive technology. */
export function PlotCanvas({ plot, height, label, describedBy, children }: PlotCanvasProps) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const canvas = useRef<HTMLDivElement>(null);
  const [scales, setScales] = useState<DrawnScales | null>(null);

  useLayoutEffect(() => {
    if (width === 0 || !canvas.current) return;
    const figure = drawPlot({ ...plot(width), width, height });
    figure.removeAttribute('aria-label');
    for (const labelled of figure.querySelectorAll('[aria-label],[aria-description]')) {
      labelled.removeAttribute('aria-label');
      labelled.removeAttribute('aria-description');
    }
    figure.setAttribute('role', 'img');
    figure.setAttribute('aria-label', label);
    if (describedBy) figure.setAttribute('aria-describedby', describedBy);
    canvas.current.replaceChildren(figure);
    const x = figure.scale('x');
    const y = figure.scale('y');
    setScales(x && y ? { width, height, x, y } : null);
  }, [plot, width, height, label, describedBy]);

  return (
    <div ref={frame} className={styles.frame} style={{ height }}>
      <div ref={canvas} className={styles.canvas} />
      {children && scales && <div className={styles.overlay}>{children(scales)}</div>}
    </div>
  );
}
