import type { Curve } from '../../shared/model/curve.ts';

/** A place of a curve that can be taken hold of. `value` is in the metric's own unit, also for curves that take the logarithm first. */
export interface CurveHandle {
  id: string;
  /** Read aloud and shown beside the number fields: "cut point 2". */
  label: string;
  value: number;
  points: number;
  moves: { value: boolean; points: boolean };
}

type Corner = [number, number];

/** The handles of a curve, left to right. Percentile, z-score and category curves have none: their form is a frozen reference or a list. */
export function curveHandles(curve: Curve): CurveHandle[] {
  const raw = (stored: number) => fromScale(stored, isLogarithmic(curve));
  const both = { value: true, points: true };
  switch (curve.kind) {
    case 'steps':
      return curve.cuts.map((cut, index) => ({
        id: `cut-${index}`,
        label: curve.cuts.length === 1 ? 'cut point' : `cut point ${index + 1}`,
        value: raw(cut),
        points: (curve.points[index]! + curve.points[index + 1]!) / 2,
        moves: { value: true, points: false },
      }));
    case 'ramp':
      return [
        { id: 'from', label: 'start of the ramp', value: raw(curve.from.value), points: curve.from.points, moves: both },
        { id: 'to', label: 'end of the ramp', value: raw(curve.to.value), points: curve.to.points, moves: both },
      ];
    case 'target-range':
      return [
        { id: 'rise-0', label: 'start of the rise', value: raw(curve.rise[0]), points: curve.below, moves: both },
        { id: 'rise-1', label: 'start of the target range', value: raw(curve.rise[1]), points: curve.inside, moves: both },
        { id: 'fall-0', label: 'end of the target range', value: raw(curve.fall[0]), points: curve.inside, moves: both },
        { id: 'fall-1', label: 'end of the fall', value: raw(curve.fall[1]), points: curve.above, moves: both },
      ];
    case 'categories':
    case 'percentile':
    case 'z-score':
      return [];
  }
}

/**
 * The curve with one handle moved, always a valid curve: values stop short of the neighbouring handle by `gap`
 * (in the metric's unit, above 0), points stop at 0 and 100. An unknown handle leaves the curve as it is.
 */
export function moveCurveHandle(curve: Curve, id: string, to: { value?: number; points?: number }, gap: number): Curve {
  const handles = curveHandles(curve);
  const index = handles.findIndex((handle) => handle.id === id);
  const handle = handles[index];
  if (!handle) return curve;
  const touching = curve.kind === 'target-range';
  const distance = touching ? 0 : gap;
  const value = handle.moves.value
    ? between(
        to.value ?? handle.value,
        (handles[index - 1]?.value ?? -Infinity) + distance,
        (handles[index + 1]?.value ?? Infinity) - distance,
      )
    : handle.value;
  const points = handle.moves.points ? between(to.points ?? handle.points, 0, 100) : handle.points;
  if (value === undefined || points === undefined || !Number.isFinite(value)) return curve;
  const stored = value === handle.value ? null : toScale(value, isLogarithmic(curve));
  return place(curve, index, stored, points);
}

/** The steps curve with the points of interval `index` changed, kept within 0..100. */
export function setIntervalPoints(curve: Curve, index: number, points: number): Curve {
  if (curve.kind !== 'steps' || index < 0 || index >= curve.points.length) return curve;
  return { ...curve, points: curve.points.with(index, between(points, 0, 100) ?? 0) };
}

function place(curve: Curve, index: number, stored: number | null, points: number): Curve {
  switch (curve.kind) {
    case 'steps':
      return stored === null ? curve : { ...curve, cuts: curve.cuts.with(index, stored) };
    case 'ramp': {
      const end = index === 0 ? 'from' : 'to';
      return { ...curve, [end]: { value: stored ?? curve[end].value, points } };
    }
    case 'target-range': {
      const pair: Corner = index < 2 ? curve.rise : curve.fall;
      const moved = stored === null ? pair : (pair.with(index % 2, stored) as Corner);
      const corners = index < 2 ? { rise: moved } : { fall: moved };
      const level = index === 0 ? 'below' : index === 3 ? 'above' : 'inside';
      return { ...curve, ...corners, [level]: points };
    }
    default:
      return curve;
  }
}

/** Whether the curve takes log1p of the value first. */
export function isLogarithmic(curve: Curve): boolean {
  return curve.kind !== 'categories' && curve.log1p === true;
}

/** From the metric's unit to the scale the curve's numbers are stored in. */
export function toScale(value: number, logarithmic: boolean): number {
  return logarithmic ? Math.log1p(Math.max(value, -1 + 1e-9)) : value;
}

/** From the scale the curve's numbers are stored in to the metric's unit. */
export function fromScale(stored: number, logarithmic: boolean): number {
  return logarithmic ? Math.expm1(stored) : stored;
}

function between(value: number, low: number, high: number): number | undefined {
  return low > high ? undefined : Math.min(high, Math.max(low, value));
}
