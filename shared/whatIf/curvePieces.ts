import type { Curve, CurveOf } from '../model/curve.ts';
import { slopeBetween } from '../scoring/slopeBetween.ts';

/** From a value on, up to the next piece, a value earns `points + (value - origin) * slope`. */
export interface Piece {
  from: number;
  origin: number;
  points: number;
  slope: number;
}

/** A curve for numbers that is straight piece by piece. */
export type PiecewiseCurve = Exclude<Curve, CurveOf<'categories' | 'z-score'>>;

/** The pieces of a curve, ascending, the first from minus infinity; NaN are the points of values that earn none. */
export function curvePieces(curve: PiecewiseCurve): Piece[] {
  switch (curve.kind) {
    case 'steps':
      return curve.points.map((points, index) => level(index === 0 ? Number.NEGATIVE_INFINITY : curve.cuts[index - 1]!, points));
    case 'ramp':
      return ofRamp(curve);
    case 'target-range': {
      const { rise, fall, below, inside, above } = curve;
      return [
        level(Number.NEGATIVE_INFINITY, below),
        line([rise[0], below], [rise[1], inside]),
        level(rise[1], inside),
        line([fall[0], inside], [fall[1], above]),
        // Where it falls at once, the edge itself is inside.
        level(fall[0] === fall[1] ? justAbove(fall[1]) : fall[1], above),
      ];
    }
    case 'percentile':
      return ofPercentile(curve);
  }
}

function ofRamp({ from, to, outside }: CurveOf<'ramp'>): Piece[] {
  const [low, high] = outside === 'missing' ? [Number.NaN, Number.NaN] : [from.points, to.points];
  return [
    level(Number.NEGATIVE_INFINITY, low),
    line([from.value, from.points], [to.value, to.points]),
    level(to.value, to.points),
    level(justAbove(to.value), high),
  ];
}

function ofPercentile({ knots, direction }: CurveOf<'percentile'>): Piece[] {
  const first = knots[0];
  if (!first) return [level(Number.NEGATIVE_INFINITY, Number.NaN)];
  const earned = knots.map(([value, share]): [number, number] => [value, 100 * (direction === 'higher' ? share : 1 - share)]);
  const between = earned.slice(1).map((knot, index) => line(earned[index]!, knot));
  const last = earned.at(-1)!;
  return [level(Number.NEGATIVE_INFINITY, earned[0]![1]), ...between, level(last[0], last[1])];
}

/** The same for all values; the origin is one of 64 bits, for infinity times 0 is no number. */
function level(from: number, points: number): Piece {
  return { from, origin: 0, points, slope: 0 };
}

function line(left: [number, number], right: [number, number]): Piece {
  return { from: left[0], origin: left[0], points: left[1], slope: slopeBetween(left, right) };
}

const bits = new BigInt64Array(1);
const asNumber = new Float64Array(bits.buffer);

/** The next number of 64 bits. */
function justAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  asNumber[0] = value;
  bits[0]! += value > 0 ? 1n : -1n;
  return asNumber[0];
}
