import type { Curve } from '../model/curve.ts';

/** Points at worst and at best. */
export interface PointsRange {
  min: number;
  max: number;
}

/** The fewest and the most points a curve can give; 0..100 while nothing is known of it. */
export function curveRange(curve: Curve): PointsRange {
  switch (curve.kind) {
    case 'steps':
      return rangeOf(curve.points);
    case 'ramp':
      return rangeOf([curve.from.points, curve.to.points]);
    case 'target-range':
      return rangeOf([curve.below, curve.inside, curve.above]);
    case 'categories':
      return rangeOf([...Object.values(curve.points), ...(curve.unlisted === 'missing' ? [] : [curve.unlisted])]);
    case 'percentile':
      return rangeOf(curve.knots.map(([, share]) => 100 * (curve.direction === 'higher' ? share : 1 - share)));
    case 'z-score':
      return { min: 0, max: 100 };
  }
}

function rangeOf(points: readonly number[]): PointsRange {
  return points.length === 0 ? { min: 0, max: 100 } : { min: Math.min(...points), max: Math.max(...points) };
}
