import type { Curve } from '../../shared/model/curve.ts';

/** A value that earns exactly these points under a step or category curve. */
export function valueEarning(curve: Curve, points: number): number | string {
  if (curve.kind === 'categories') return Object.keys(curve.points).find((category) => curve.points[category] === points)!;
  if (curve.kind !== 'steps') throw new Error(`no step or category curve: ${curve.kind}`);
  const interval = curve.points.indexOf(points);
  return interval === 0 ? curve.cuts[0]! - 1 : curve.cuts[interval - 1]!;
}
