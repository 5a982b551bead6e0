import type { Curve } from '../model/curve.ts';

/** The metric values between which a numeric curve's points only rise or only fall, without a jump. */
export function curveBreaks(curve: Exclude<Curve, { kind: 'categories' }>): number[] {
  const breaks = (() => {
    switch (curve.kind) {
      case 'steps':
        return curve.cuts;
      case 'ramp':
        return [curve.from.value, curve.to.value];
      case 'target-range':
        return [...curve.rise, ...curve.fall];
      case 'percentile':
        return [curve.knots[0], curve.knots.at(-1)].flatMap((knot) => (knot ? [knot[0]] : []));
      case 'z-score':
        return [];
    }
  })();
  return curve.log1p ? breaks.map(Math.expm1) : breaks;
}
