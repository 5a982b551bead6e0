import { type PlotOptions, ruleY } from '@observablehq/plot';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Band } from '../../shared/model/model.ts';
import { bandRange } from './bandRange.ts';
import type { Measure } from './describeBook.ts';
import { EdgeHandles } from './EdgeHandles.tsx';
import { Figure, type FigureTable } from './Figure.tsx';
import { type HistogramFrame, HistogramPainter } from './HistogramPainter.ts';
import { moneyText, numberText } from './numberText.ts';
import { barTotals } from './scoreBars.ts';

interface LiveHistogramProps {
  title: string;
  sentence: ReactNode;
  table: FigureTable;
  /** The settled picture, and the source of those that follow it while something moves; each is painted in place. */
  frame: HistogramFrame;
  frames: { subscribe: (paint: (frame: HistogramFrame) => void) => () => void };
  bands: readonly Band[];
  cuts: readonly number[];
  measure: Measure;
  currency: string | null;
  height?: number;
  edges: {
    onMove: (index: number, to: number) => void;
    onBegin: () => void;
    onEnd: () => void;
    onTouch: (focused: boolean) => void;
  };
}

/** The draft's scores filled by band over the baseline's outline, painted at the speed of the hand; band edges can be taken hold of. */
export function LiveHistogram(props: LiveHistogramProps) {
  const { title, sentence, table, frame, frames, bands, cuts, measure, currency, height = 264, edges } = props;
  const painter = useMemo(() => new HistogramPainter(), []);
  const [top, setTop] = useState(() => roomFor(frame));

  useEffect(() => {
    setTop(roomFor(frame));
    painter.paint(frame);
  }, [painter, frame]);
  useEffect(
    () =>
      frames.subscribe((next) => {
        // The scale only grows while something moves: a picture that keeps changing its scale cannot be compared with itself.
        setTop((before) => (tallest(next) > before ? roomFor(next) : before));
        painter.paint(next);
      }),
    [frames, painter],
  );

  const plot = useCallback(
    (): PlotOptions => ({
      marginTop: 48,
      marginLeft: 44,
      marginRight: 10,
      marginBottom: 32,
      x: { domain: [0, 100], label: 'health score, higher = healthier →', labelAnchor: 'center', labelArrow: 'none', ticks: 10 },
      y: {
        domain: [0, top],
        label: measure,
        labelArrow: 'none',
        grid: true,
        ticks: 4,
        tickFormat: (value: number) =>
          measure === 'revenue' ? moneyText(value, currency) : Number.isInteger(value) ? numberText(value) : '',
      },
      marks: [painter.mark(bands), ruleY([0], { stroke: 'var(--line-strong)' })],
    }),
    [top, measure, currency, painter, bands],
  );

  return (
    <Figure
      title={title}
      sentence={sentence}
      plot={plot}
      height={height}
      table={table}
      legend={[
        ...bands.map((band, index) => ({ label: `${band.name} (${bandRange(cuts, index)})`, colour: band.colour, shape: band.shape })),
        ...(frame.outline ? [{ label: 'outline: baseline', colour: 'var(--ink)' }] : []),
      ]}
    >
      {(scales) => <EdgeHandles bands={bands} cuts={cuts} scales={scales} {...edges} />}
    </Figure>
  );
}

const tallest = ({ stacks, outline }: HistogramFrame) => Math.max(1e-9, ...barTotals(stacks), ...(outline ?? []));

/** A little more than the tallest bar, so that small moves do not change the scale. */
const roomFor = (frame: HistogramFrame) => tallest(frame) * 1.12;
