import { barY, dot, type PlotOptions, ruleX, ruleY } from '@observablehq/plot';
import { useCallback } from 'react';
import { Figure } from './Figure.tsx';

/** The outcome rate (or mean) of one group: a band, a tenth of the scores, a category. */
export interface GroupRate {
  label: string;
  rate: number | null;
  interval: readonly [number, number] | null;
  /** What it rests on, in words. */
  basis: string;
  colour?: string | undefined;
}

interface GroupRatesProps {
  title: string;
  sentence: string;
  groups: readonly GroupRate[];
  /** The same of a second score, drawn as outlines beside it. */
  other?: { name: string; ownName: string; groups: readonly GroupRate[] } | undefined;
  overall: number | null;
  /** What the groups are: "band", "tenth of the scores, worst first". */
  groupLabel?: string;
  rateLabel: string;
  rateText: (rate: number) => string;
  height?: number;
}

interface Bar extends GroupRate {
  isOther: boolean;
}

/** How often the outcome came in each group, with intervals; a second score as outlines. */
export function GroupRates(props: GroupRatesProps) {
  const { title, sentence, groups, other, overall, groupLabel, rateLabel, rateText, height = 220 } = props;
  const plot = useCallback(
    (width: number) => ratesPlot({ groups, other, overall, groupLabel, rateLabel, rateText, width }),
    [groups, other, overall, groupLabel, rateLabel, rateText],
  );
  const rows = (list: readonly GroupRate[], name: string) =>
    list.map(({ label, rate, interval, basis }) => [
      name === '' ? label : `${label}, ${name}`,
      rate === null ? '–' : rateText(rate),
      interval ? rateText(interval[0]) : '–',
      interval ? rateText(interval[1]) : '–',
      basis,
    ]);
  return (
    <Figure
      title={title}
      sentence={sentence}
      plot={plot}
      height={height}
      legend={
        other
          ? [
              { label: other.ownName, colour: 'var(--accent)' },
              { label: `${other.name} (outline)`, colour: 'var(--ink-secondary)' },
            ]
          : []
      }
      table={{
        columns: [groupLabel ?? 'Group', rateLabel, 'from', 'to', 'rests on'],
        rows: [...rows(groups, other?.ownName ?? ''), ...(other ? rows(other.groups, other.name) : [])],
      }}
    />
  );
}

function ratesPlot(
  props: Pick<GroupRatesProps, 'groups' | 'other' | 'overall' | 'groupLabel' | 'rateLabel' | 'rateText'> & { width: number },
): PlotOptions {
  const { groups, other, overall, groupLabel, rateLabel, rateText, width } = props;
  const own: Bar[] = groups.map((group) => ({ ...group, isOther: false }));
  const others: Bar[] = (other?.groups ?? []).map((group) => ({ ...group, isOther: true }));
  const labels = [...new Set([...own, ...others].map(({ label }) => label))];
  const marginLeft = 46;
  const step = (width - marginLeft - 12) / Math.max(1, labels.length);
  const letters = Math.max(3, Math.floor(step / 6.4));
  const shift = other ? step * 0.2 : 0;
  const of = (bars: readonly Bar[], dx: number) => [
    barY(bars, {
      x: 'label',
      y: 'rate',
      ...(bars === others
        ? { fill: 'none', stroke: 'var(--ink-secondary)', strokeWidth: 1.5 }
        : { fill: ({ colour }: Bar) => colour ?? 'var(--accent)', fillOpacity: 0.75 }),
      insetLeft: step * 0.12 + Math.max(0, 2 * dx),
      insetRight: step * 0.12 + Math.max(0, -2 * dx),
    }),
    ruleX(
      bars.filter(({ interval }) => interval !== null),
      {
        x: 'label',
        y1: ({ interval }: Bar) => interval?.[0],
        y2: ({ interval }: Bar) => interval?.[1],
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
        dx,
      },
    ),
    dot(bars, { x: 'label', y: 'rate', r: 2.5, fill: 'var(--ink)', dx }),
  ];
  return {
    marginTop: 24,
    marginLeft,
    marginRight: 12,
    marginBottom: 34,
    x: {
      domain: labels,
      label: groupLabel ?? null,
      labelAnchor: 'center',
      labelArrow: 'none',
      padding: 0,
      tickSize: 0,
      tickFormat: (label: string) => (label.length > letters ? `${label.slice(0, letters - 1)}…` : label),
    },
    y: { label: rateLabel, labelArrow: 'none', ticks: 4, grid: true, zero: true, tickFormat: rateText },
    marks: [
      ...of(own, -shift),
      ...(other ? of(others, shift) : []),
      overall === null ? null : ruleY([overall], { stroke: 'var(--ink-secondary)', strokeDasharray: '3,3' }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  };
}
