import { barX, type PlotOptions, text } from '@observablehq/plot';
import { useCallback } from 'react';
import { type NamedShare, sharesSentence } from './describeBook.ts';
import { Figure } from './Figure.tsx';
import { inkOn } from './inkOn.ts';
import { moneyText, numberText, percentText } from './numberText.ts';

interface BandSharesProps {
  title: string;
  shares: readonly NamedShare[];
  currency: string | null;
  /** Shares to compare with, and what each of the two is called. */
  baseline?: { shares: readonly NamedShare[]; name: string; ownName: string } | undefined;
}

interface Piece {
  row: string;
  from: number;
  to: number;
  share: number;
  colour: string;
  faint: boolean;
}

const rowHeight = 26;
/** Room that the figure's menu takes beside the bars, and that a percentage takes inside one; pixels. */
const marginRight = 22;
const labelRoom = 38;
const byAccounts = { name: 'accounts', of: 'shareOfAccounts' } as const;
const byRevenue = { name: 'revenue', of: 'shareOfRevenue' } as const;

/** How the bands share accounts and revenue: one bar each, and the baseline's fainter bar above it. */
export function BandShares({ title, shares, currency, baseline }: BandSharesProps) {
  const hasRevenue = shares.some((share) => share.revenue > 0);
  const plot = useCallback((width: number) => sharesPlot(shares, baseline, hasRevenue, width), [shares, baseline, hasRevenue]);
  const rows = (hasRevenue ? 2 : 1) * (baseline ? 2 : 1);
  return (
    <Figure
      title={title}
      sentence={sharesSentence(shares, currency)}
      plot={plot}
      height={rows * rowHeight + 4}
      table={{
        columns: ['Band', 'Accounts', '% of accounts', 'Revenue', '% of revenue'],
        rows: shares.map((share) => [
          share.name,
          numberText(share.accounts),
          percentText(share.shareOfAccounts, 1),
          moneyText(share.revenue, currency),
          percentText(share.shareOfRevenue, 1),
        ]),
      }}
      legend={shares.flatMap(({ band }) => (band ? [{ label: band.name, colour: band.colour, shape: band.shape }] : []))}
    />
  );
}

function sharesPlot(shares: readonly NamedShare[], baseline: BandSharesProps['baseline'], hasRevenue: boolean, width: number): PlotOptions {
  const measures = hasRevenue ? [byAccounts, byRevenue] : [byAccounts];
  const pieces = measures.flatMap(({ name, of }) => [
    ...(baseline ? stack(`${name} · ${baseline.name}`, baseline.shares, of, true) : []),
    ...stack(baseline ? `${name} · ${baseline.ownName}` : name, shares, of, false),
  ]);
  const names = [...new Set(pieces.map((piece) => piece.row))];
  const marginLeft = Math.max(...names.map((name) => name.length)) * 6 + 8;
  const least = labelRoom / Math.max(labelRoom, width - marginLeft - marginRight);
  return {
    marginTop: 0,
    marginBottom: 0,
    marginRight,
    marginLeft,
    x: { domain: [0, 1], axis: null },
    y: { domain: names, label: null, tickSize: 0, padding: 0.16 },
    marks: [
      barX(pieces, {
        x1: 'from',
        x2: 'to',
        y: 'row',
        fill: 'colour',
        fillOpacity: (piece: Piece) => (piece.faint ? 0.45 : 1),
        insetRight: 1,
      }),
      text(
        pieces.filter((piece) => piece.share >= least),
        {
          x: 'from',
          y: 'row',
          text: (piece: Piece) => percentText(piece.share, 0),
          textAnchor: 'start',
          dx: 6,
          fill: (piece: Piece) => (piece.faint || !piece.colour.startsWith('#') ? 'var(--ink)' : inkOn(piece.colour)),
        },
      ),
    ],
  };
}

function stack(row: string, shares: readonly NamedShare[], of: 'shareOfAccounts' | 'shareOfRevenue', faint: boolean): Piece[] {
  let from = 0;
  return shares.map((share) => {
    const piece = { row, from, to: from + share[of], share: share[of], colour: share.band?.colour ?? 'var(--line)', faint };
    from = piece.to;
    return piece;
  });
}
