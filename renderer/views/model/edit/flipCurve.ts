import type { Curve } from '../../../../shared/model/curve.ts';

/** The curve turned around: what earned the most earns the least. The levels of points stay the same. */
export function flipCurve(curve: Curve): Curve {
  switch (curve.kind) {
    case 'steps':
      return { ...curve, points: curve.points.toReversed() };
    case 'ramp':
      return { ...curve, from: { ...curve.from, points: curve.to.points }, to: { ...curve.to, points: curve.from.points } };
    case 'target-range': {
      const mirror = mirrored([curve.inside, curve.below, curve.above]);
      return { ...curve, inside: mirror(curve.inside), below: mirror(curve.below), above: mirror(curve.above) };
    }
    case 'categories': {
      const listed = Object.values(curve.points);
      const mirror = mirrored(curve.unlisted === 'missing' ? listed : [...listed, curve.unlisted]);
      return {
        ...curve,
        points: Object.fromEntries(Object.entries(curve.points).map(([value, points]) => [value, mirror(points)])),
        unlisted: curve.unlisted === 'missing' ? 'missing' : mirror(curve.unlisted),
      };
    }
    case 'percentile':
    case 'z-score':
      return { ...curve, direction: curve.direction === 'higher' ? 'lower' : 'higher' };
  }
}

/** Points mirrored within the range that the curve uses. */
function mirrored(points: readonly number[]): (points: number) => number {
  const ends = Math.min(...points) + Math.max(...points);
  return (one) => ends - one;
}
