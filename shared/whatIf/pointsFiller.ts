import type { Curve, CurveOf } from '../model/curve.ts';
import { slopeBetween } from '../scoring/slopeBetween.ts';

/** A curve for numbers. */
export type NumericCurve = Exclude<Curve, CurveOf<'categories'>>;

/** Writes what each value earns to `points`, NaN for nothing. Values that are NaN are missing; those of log1p curves are on that scale. */
export type PointsFiller = (values: Float64Array, points: Float64Array) => void;

/** `pointsOf` of a curve, in loops fast enough for every frame of a drag. */
export function pointsFiller(curve: NumericCurve): PointsFiller {
  if (curve.kind === 'steps') return ofSteps(curve);
  if (curve.kind === 'ramp') return ofRamp(curve);
  if (curve.kind === 'target-range') return ofTargetRange(curve);
  if (curve.kind === 'percentile' && curve.knots.length > 0) return ofPercentile(curve);
  if (curve.kind === 'z-score' && curve.reference) return ofZScore(curve, curve.reference);
  return (_, points) => points.fill(Number.NaN);
}

function ofZScore({ direction }: CurveOf<'z-score'>, { mean, sd }: NonNullable<CurveOf<'z-score'>['reference']>): PointsFiller {
  const sign = direction === 'higher' ? -1 : 1;
  return (values, points) => {
    for (let place = 0; place < values.length; place++) {
      const value = values[place]!;
      points[place] = sd === 0 ? 50 + nanOf(value) : 100 / (1 + Math.exp((sign * (value - mean)) / sd));
    }
  };
}

/** A branch on a value would be guessed wrong half of the time: the sign bit of value - cut counts instead. */
function ofSteps({ cuts, points: earned }: CurveOf<'steps'>): PointsFiller {
  const edges = Float64Array.from(cuts);
  const fromTheTop = Float64Array.from(earned).reverse();
  const difference = new Float64Array(1);
  const halves = new Int32Array(difference.buffer);
  return (values, points) => {
    for (let place = 0; place < values.length; place++) {
      const value = values[place]!;
      let below = 0;
      for (let cut = 0; cut < edges.length; cut++) {
        difference[0] = value - edges[cut]!;
        below += halves[1]! >>> 31;
      }
      points[place] = fromTheTop[below]! + nanOf(value);
    }
  };
}

function ofRamp({ from, to, outside }: CurveOf<'ramp'>): PointsFiller {
  const slope = slopeBetween([from.value, from.points], [to.value, to.points]);
  const [low, high] = outside === 'missing' ? [Number.NaN, Number.NaN] : [from.points, to.points];
  return (values, points) => {
    for (let place = 0; place < values.length; place++) {
      const value = values[place]!;
      if (value < from.value) points[place] = low;
      else if (value > to.value) points[place] = high;
      else points[place] = value === to.value ? to.points : from.points + (value - from.value) * slope;
    }
  };
}

function ofTargetRange(curve: CurveOf<'target-range'>): PointsFiller {
  const { below, inside, above } = curve;
  const [rise, plateau] = curve.rise;
  const [fall, end] = curve.fall;
  const up = slopeBetween([rise, below], [plateau, inside]);
  const down = slopeBetween([fall, inside], [end, above]);
  return (values, points) => {
    for (let place = 0; place < values.length; place++) {
      const value = values[place]!;
      if (value >= end) points[place] = value === fall ? inside : above;
      else if (value > fall) points[place] = inside + (value - fall) * down;
      else if (value >= plateau) points[place] = inside;
      else if (value >= rise) points[place] = below + (value - rise) * up;
      else points[place] = below + nanOf(value);
    }
  };
}

/** Cells of an even grid over the knots: a value is looked for among the knots of its cell. */
const gridCells = 1024;

function ofPercentile({ knots, direction }: CurveOf<'percentile'>): PointsFiller {
  const at = Float64Array.from(knots, ([value]) => value);
  const shares = Float64Array.from(knots, ([, share]) => share);
  const slopes = Float64Array.from(knots, (knot, index) => (index + 1 < knots.length ? slopeBetween(knot, knots[index + 1]!) : 0));
  const [lowest, highest] = [at[0]!, at.at(-1)!];
  const perCell = gridCells / (highest - lowest);
  const before = Uint16Array.from(
    { length: gridCells + 2 },
    (_, cell) => at.findLastIndex((value) => (value - lowest) * perCell < cell) + 1,
  );
  return (values, points) => {
    for (let place = 0; place < values.length; place++) {
      const value = values[place]!;
      const cell = ((Math.min(Math.max(value, lowest), highest) - lowest) * perCell) | 0;
      let [low, high] = [before[cell]!, before[cell + 1]!];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value < at[middle]!) high = middle;
        else low = middle + 1;
      }
      const share = low === 0 ? shares[0]! : shares[low - 1]! + (value - at[low - 1]!) * slopes[low - 1]!;
      points[place] = 100 * (direction === 'higher' ? share : 1 - share) + nanOf(value);
    }
  };
}

/** 0, or NaN for NaN, without a branch. */
function nanOf(value: number): number {
  return value - value;
}
