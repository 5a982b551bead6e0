import type { Curve } from '../../shared/model/curve.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import { fromScale, isLogarithmic } from './curveHandles.ts';

/** A corner of the drawn curve; `points` null where the value counts as missing. */
export interface CurvePoint {
  value: number;
  points: number | null;
}

const samples = 120;

/** The curve between `from` and `to` (metric's unit) as corners to join with straight lines; a step is two corners at one value. */
export function curvePath(curve: Curve, from: number, to: number): CurvePoint[] {
  if (curve.kind === 'categories') return [];
  const at = (value: number): CurvePoint => ({ value, points: pointsOf(curve, value) });
  if (curve.kind === 'steps') {
    const inside = cornersOf(curve).filter((value) => value > from && value < to);
    const jumps = inside.flatMap((value) => {
      const index = curve.cuts.findIndex((cut) => fromScale(cut, isLogarithmic(curve)) === value);
      return [
        { value, points: curve.points[index]! },
        { value, points: curve.points[index + 1]! },
      ];
    });
    return [at(from), ...jumps, at(to)];
  }
  const even = Array.from({ length: samples + 1 }, (_, index) => from + ((to - from) * index) / samples);
  const values = [...even, ...cornersOf(curve).filter((value) => value > from && value < to)];
  return [...new Set(values)].sort((one, other) => one - other).map(at);
}

/** The values where the curve bends, jumps or ends, in the metric's unit. */
function cornersOf(curve: Curve): number[] {
  const raw = (stored: number[]) => stored.map((value) => fromScale(value, isLogarithmic(curve)));
  switch (curve.kind) {
    case 'steps':
      return raw(curve.cuts);
    case 'ramp':
      return raw([curve.from.value, curve.to.value]);
    case 'target-range':
      return raw([...curve.rise, ...curve.fall]);
    case 'percentile':
      return raw(curve.knots.map(([value]) => value));
    case 'z-score':
      return raw(curve.reference ? [curve.reference.mean] : []);
    case 'categories':
      return [];
  }
}

/** The range to draw: the profiled range and every corner, with a little room; 0..100 when nothing is known. */
export function drawnRange(curve: Curve, known: { from: number; to: number } | null): { from: number; to: number } {
  const ends = [...cornersOf(curve), ...(known ? [known.from, known.to] : [])];
  if (ends.length === 0) return { from: 0, to: 100 };
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const room = high > low ? (high - low) * 0.06 : Math.max(1, Math.abs(high) * 0.1);
  return { from: low >= 0 && low - room < 0 ? Math.min(low, 0) : low - room, to: high + room };
}
