import { dot, lineY, type PlotOptions, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { ScoredBook } from '../../shared/contract/scoringCalls.ts';
import type { Band } from '../../shared/model/model.ts';
import { bandOf } from '../../shared/scoring/bandOf.ts';
import { bandRange } from './bandRange.ts';
import { bandSymbol } from './bandSymbol.ts';
import { barWidth, coarserBins } from './coarserBins.ts';
import { bookSentence, type Measure } from './describeBook.ts';
import { Figure } from './Figure.tsx';
import { moneyText, numberText } from './numberText.ts';

type Bin = ScoredBook['histogram'][number];

interface ScoreHistogramProps {
  title: string;
  book: ScoredBook;
  bands: readonly Band[];
  cuts: readonly number[];
  measure: Measure;
  /** The book to compare with, drawn as an outline. */
  baseline?: ScoredBook | undefined;
  height?: number;
}

/** The scores of the book, filled by band; the baseline as an outline. Bands are told by colour, shape and name. */
export function ScoreHistogram({ title, book, bands, cuts, measure, baseline, height = 210 }: ScoreHistogramProps) {
  const width = barWidth(book.accounts);
  const bins = useMemo(() => coarserBins(book.histogram, cuts, width), [book, cuts, width]);
  const outline = useMemo(() => baseline && coarserBins(baseline.histogram, cuts, width), [baseline, cuts, width]);
  const plot = useCallback(
    (pixels: number) => histogramPlot(pixels, bins, outline, bands, cuts, measure, book.currency),
    [bins, outline, bands, cuts, measure, book.currency],
  );
  const amount = (bin: Bin) => (measure === 'accounts' ? numberText(bin.accounts) : moneyText(bin.revenue, book.currency));
  return (
    <Figure
      title={title}
      sentence={bookSentence(book)}
      plot={plot}
      height={height}
      table={{
        columns: ['Score from', 'to below', 'Band', measure === 'accounts' ? 'Accounts' : 'Revenue'],
        rows: bins
          .filter((bin) => bin.accounts > 0)
          .map((bin) => [numberText(bin.from, 2), numberText(bin.to, 2), bands[bandOf(cuts, bin.from)]?.name ?? '', amount(bin)]),
      }}
      legend={bands.map((band, index) => ({ label: `${band.name} (${bandRange(cuts, index)})`, colour: band.colour, shape: band.shape }))}
    />
  );
}

function histogramPlot(
  width: number,
  bins: Bin[],
  outline: Bin[] | undefined,
  bands: readonly Band[],
  cuts: readonly number[],
  measure: Measure,
  currency: string | null,
): PlotOptions {
  const edges = [0, ...cuts, 100];
  // Without any score the amounts span nothing, and a scale of no length would draw every bar at full height.
  const isEmpty = [...bins, ...(outline ?? [])].every((bin) => bin[measure] === 0);
  const inner = width - marginLeft - marginRight;
  const places = bands.map((band, index) => {
    const from = Math.max(0, edges[index]!);
    const to = Math.min(100, edges[index + 1]!);
    const isRoomy = (inner * (to - from)) / 100 > labelWidth(band.name) + 22;
    return { band, middle: (from + to) / 2, name: isRoomy ? band.name : '' };
  });
  return {
    marginTop: 26,
    marginLeft,
    marginRight,
    marginBottom: 32,
    x: { domain: [0, 100], label: 'health score, higher = healthier →', labelAnchor: 'center', labelArrow: 'none', ticks: 10 },
    y: {
      label: measure,
      labelArrow: 'none',
      grid: true,
      ticks: 4,
      nice: true,
      ...(isEmpty ? { domain: [0, 1], ticks: [0] } : {}),
      tickFormat: (value: number) => (measure === 'accounts' ? numberText(value) : moneyText(value, currency)),
    },
    marks: [
      rectY(bins, {
        x1: 'from',
        x2: 'to',
        y: measure,
        fill: (bin: Bin) => bands[bandOf(cuts, bin.from)]?.colour ?? 'var(--ink-secondary)',
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      outline &&
        lineY(outlineOf(outline, measure), { x: 'score', y: 'amount', stroke: 'var(--ink)', strokeWidth: 1.5, strokeLinejoin: 'miter' }),
      ruleX(cuts, { stroke: 'var(--ink)', strokeDasharray: '2,3', insetTop: -10 }),
      ruleY([0], { stroke: 'var(--line-strong, var(--line))' }),
      ...places.flatMap((place) => [
        dot([place], {
          x: 'middle',
          frameAnchor: 'top',
          dx: place.name === '' ? 0 : -labelWidth(place.name) / 2 - 8,
          dy: -16,
          r: 4.5,
          symbol: bandSymbol(place.band.shape),
          fill: place.band.colour,
        }),
        text([place], { x: 'middle', frameAnchor: 'top', dy: -16, text: 'name', lineAnchor: 'middle', fill: 'var(--ink)' }),
      ]),
    ],
  };
}

function outlineOf(bins: Bin[], measure: Measure): { score: number; amount: number }[] {
  return bins.flatMap((bin) => [
    { score: bin.from, amount: bin[measure] },
    { score: bin.to, amount: bin[measure] },
  ]);
}

const marginLeft = 44;
const marginRight = 8;

/** About how wide a name is at 11 px; exact enough to set a mark before it. */
const labelWidth = (name: string) => name.length * 6.2;
