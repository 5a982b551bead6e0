import type { CurveOf } from '../../../../shared/model/curve.ts';
import { fromScale, isLogarithmic, toScale } from '../../../charts/curveHandles.ts';

type Steps = CurveOf<'steps'>;

/** The steps with one more interval above the highest edge, `distance` (in the metric's unit) further up, with the same points. */
export function addCut(curve: Steps, distance: number): Steps {
  const logarithmic = isLogarithmic(curve);
  const last = curve.cuts.at(-1);
  const next = last === undefined ? 0 : toScale(fromScale(last, logarithmic) + Math.max(distance, 1e-6), logarithmic);
  return { ...curve, cuts: [...curve.cuts, next], points: [...curve.points, curve.points.at(-1)!] };
}

/** The steps without one edge: the interval below takes over, with its points. */
export function removeCut(curve: Steps, index: number): Steps {
  return { ...curve, cuts: curve.cuts.toSpliced(index, 1), points: curve.points.toSpliced(index + 1, 1) };
}
