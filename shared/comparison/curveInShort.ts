import type { Curve } from '../model/curve.ts';

/** A curve in a table's cell: each value, and the points it earns. Values of a log1p curve are shown as the metric has them. */
export function curveInShort(curve: Curve): string {
  const valueText = (stored: number) => numberInShort('log1p' in curve && curve.log1p ? Math.expm1(stored) : stored);
  switch (curve.kind) {
    case 'steps':
      return ['below', ...curve.cuts.map(valueText)].map((from, index) => `${from}: ${numberInShort(curve.points[index]!)}`).join(' · ');
    case 'ramp': {
      const ends = [curve.from, curve.to].map(({ value, points }) => `${valueText(value)}: ${numberInShort(points)}`);
      return `ramp ${ends.join(' to ')}${curve.outside === 'missing' ? ', missing outside' : ''}`;
    }
    case 'target-range': {
      const { rise, fall, below, inside, above } = curve;
      const corners = [[rise[0], below] as const, [rise[1], inside] as const, [fall[0], inside] as const, [fall[1], above] as const];
      return `range ${corners.map(([value, points]) => `${valueText(value)}: ${numberInShort(points)}`).join(' to ')}`;
    }
    case 'categories': {
      const bestFirst = Object.entries(curve.points).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      const listed = bestFirst.map(([category, points]) => `${category}: ${numberInShort(points)}`);
      return [...listed, `other: ${curve.unlisted === 'missing' ? 'missing' : numberInShort(curve.unlisted)}`].join(' · ');
    }
    case 'percentile':
      return `percentile, ${curve.direction} is healthier${frozenText(curve.frozenOn)}`;
    case 'z-score':
      return `z-score, ${curve.direction} is healthier${frozenText(curve.frozenOn)}`;
  }
}

/** A number of a definition: at most `decimals` decimals, none that say nothing. */
export function numberInShort(value: number, decimals = 4): string {
  return String(Number(value.toFixed(decimals)));
}

const frozenText = (on: string | undefined) => (on ? `, frozen ${on}` : '');
