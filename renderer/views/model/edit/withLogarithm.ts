import type { Curve } from '../../../../shared/model/curve.ts';
import { fromScale, isLogarithmic, toScale } from '../../../charts/curveHandles.ts';

/** The curve with the logarithm taken first, or not any more; its corners stay at the same values of the metric. Frozen references do not survive. */
export function withLogarithm(curve: Curve, on: boolean): Curve {
  if (curve.kind === 'categories' || isLogarithmic(curve) === on) return curve;
  const log1p = on ? true : undefined;
  const move = (stored: number) => toScale(fromScale(stored, !on), on);
  switch (curve.kind) {
    case 'steps':
      return { ...curve, log1p, ...rising(curve.cuts.map(move), curve.points) };
    case 'ramp': {
      const [from, to] = [move(curve.from.value), move(curve.to.value)];
      return { ...curve, log1p, from: { ...curve.from, value: from }, to: { ...curve.to, value: Math.max(to, from + 1e-6) } };
    }
    case 'target-range':
      return { ...curve, log1p, rise: [move(curve.rise[0]), move(curve.rise[1])], fall: [move(curve.fall[0]), move(curve.fall[1])] };
    case 'percentile':
      return { ...curve, log1p, knots: [], frozenOn: undefined };
    case 'z-score':
      return { ...curve, log1p, reference: null, frozenOn: undefined };
  }
}

/** Cuts of -1 or less have no logarithm and fall together: the lowest of them stays, with the points above the highest. */
function rising(cuts: readonly number[], points: readonly number[]): { cuts: number[]; points: number[] } {
  const kept = cuts
    .map((cut, index) => ({ cut, above: points[index + 1]! }))
    .filter(({ cut }, index) => cuts[index + 1] === undefined || cut < cuts[index + 1]!);
  return { cuts: kept.map(({ cut }) => cut), points: [points[0]!, ...kept.map(({ above }) => above)] };
}
