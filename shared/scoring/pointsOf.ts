import type { Curve } from '../model/curve.ts';
import { foldCase } from './foldCase.ts';
import { slopeBetween } from './slopeBetween.ts';

type Categories = Extract<Curve, { kind: 'categories' }>;
type Numeric = Exclude<Curve, Categories>;

/**
 * Points 0..100 that a metric's value earns, higher is healthier; null when it earns none: the value is missing, outside a ramp that
 * has no effect there, an unlisted category, or -1 or less before log1p, or the reference is not frozen yet. Of log1p curves every
 * number (cuts, ends, corners, knots, mean and sd) is on the log1p scale.
 */
export function pointsOf(curve: Curve, value: number | string | boolean | null): number | null {
  if (value === null) return null;
  if (curve.kind === 'categories') return ofCategory(curve, String(value));
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  if (!curve.log1p) return ofNumber(curve, value);
  return value > -1 ? ofNumber(curve, Math.log(1 + value)) : null;
}

function ofCategory({ points, unlisted, loose }: Categories, value: string): number | null {
  const wanted = loose ? foldCase(value) : value;
  const listed = Object.entries(points).find(([category]) => (loose ? foldCase(category) : category) === wanted);
  if (listed) return listed[1];
  return unlisted === 'missing' ? null : unlisted;
}

function ofNumber(curve: Numeric, x: number): number | null {
  switch (curve.kind) {
    case 'steps':
      return curve.points[curve.cuts.findLastIndex((cut) => x >= cut) + 1]!;
    case 'ramp': {
      const { from, to, outside } = curve;
      if (outside === 'missing' && (x < from.value || x > to.value)) return null;
      if (x <= from.value) return from.points;
      if (x >= to.value) return to.points;
      return between(x, [from.value, from.points], [to.value, to.points]);
    }
    case 'target-range': {
      const { rise, fall, below, inside, above } = curve;
      if (x < rise[0]) return below;
      if (x < rise[1]) return between(x, [rise[0], below], [rise[1], inside]);
      if (x <= fall[0]) return inside;
      if (x < fall[1]) return between(x, [fall[0], inside], [fall[1], above]);
      return above;
    }
    case 'percentile': {
      const share = shareBelow(curve.knots, x);
      if (share === null) return null;
      return 100 * (curve.direction === 'higher' ? share : 1 - share);
    }
    case 'z-score': {
      if (!curve.reference) return null;
      const { mean, sd } = curve.reference;
      if (sd === 0) return 50;
      const z = (x - mean) / sd;
      return 100 / (1 + Math.exp(curve.direction === 'higher' ? -z : z));
    }
  }
}

function between(x: number, left: [number, number], right: [number, number]): number {
  return left[1] + (x - left[0]) * slopeBetween(left, right);
}

/** The frozen share at `x`: linear between the knots, that of the nearest one outside. */
function shareBelow(knots: readonly [number, number][], x: number): number | null {
  if (knots.length === 0) return null;
  const after = knots.findIndex(([value]) => x < value);
  if (after === 0) return knots[0]![1];
  return after < 0 ? knots.at(-1)![1] : between(x, knots[after - 1]!, knots[after]!);
}
