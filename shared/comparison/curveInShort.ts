import type { Curve } from '../model/curve.ts';

/** How a number of a definition is written, with at most so many decimals. */
export type WriteNumber = (value: number, decimals: number) => string;

/** Decimals of a number of a definition; none that say nothing are written. */
export const mostDecimals = 4;

/** A curve in a table's cell: each value, and the points it earns. Values of a log1p curve are shown as the metric has them. */
export function curveInShort(curve: Curve, write: WriteNumber): string {
  const text = (value: number) => write(value, mostDecimals);
  const valueText = (stored: number) => text('log1p' in curve && curve.log1p ? Math.expm1(stored) : stored);
  switch (curve.kind) {
    case 'steps':
      return ['below', ...curve.cuts.map(valueText)].map((from, index) => `${from}: ${text(curve.points[index]!)}`).join(' · ');
    case 'ramp': {
      const ends = [curve.from, curve.to].map(({ value, points }) => `${valueText(value)}: ${text(points)}`);
      return `ramp ${ends.join(' to ')}${curve.outside === 'missing' ? ', missing outside' : ''}`;
    }
    case 'target-range': {
      const { rise, fall, below, inside, above } = curve;
      const corners = [[rise[0], below] as const, [rise[1], inside] as const, [fall[0], inside] as const, [fall[1], above] as const];
      return `range ${corners.map(([value, points]) => `${valueText(value)}: ${text(points)}`).join(' to ')}`;
    }
    case 'categories': {
      const bestFirst = Object.entries(curve.points).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      const listed = bestFirst.map(([category, points]) => `${category}: ${text(points)}`);
      return [...listed, `other: ${curve.unlisted === 'missing' ? 'missing' : text(curve.unlisted)}`].join(' · ');
    }
    case 'percentile':
      return `percentile, ${curve.direction} is healthier${frozenText(curve.frozenOn)}`;
    case 'z-score':
      return `z-score, ${curve.direction} is healthier${frozenText(curve.frozenOn)}`;
  }
}

const frozenText = (on: string | undefined) => (on ? `, frozen ${on}` : '');
