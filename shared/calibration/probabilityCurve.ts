import { type IsotonicCurve, isotonicProbability, isotonicRegression } from '../stats/isotonicRegression.ts';
import { type PlattCurve, plattProbability, plattScaling } from '../stats/plattScaling.ts';
import type { EventsLie } from '../stats/Sample.ts';

export type ProbabilityMethod = 'platt' | 'isotonic';

/** Probability of the outcome by score: it only falls as the score rises, or, where events lie high, only rises. Platt's is made by either method. */
export type ProbabilityCurve = { platt: PlattCurve } & (
  | { method: 'platt' }
  /** `sign` turns a score so that the probability rises with it. */
  | { method: 'isotonic'; isotonic: IsotonicCurve; sign: 1 | -1 }
);

/** Fewest rows and events (accounts) for the isotonic method; below either, Platt's. */
const isotonicFrom = { rows: 1000, events: 100 };

/** The method these numbers allow. "Not recommended when calibration samples << 1000", scikit-learn says of isotonic regression. */
export function probabilityMethod(rows: number, events: number): ProbabilityMethod {
  return rows >= isotonicFrom.rows && events >= isotonicFrom.events ? 'isotonic' : 'platt';
}

/**
 * The curve of a score (none missing) against the outcome. Null when a class is empty, the score constant, or the risk runs against the score: then no
 * probability may be derived from it.
 */
export function probabilityCurve(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  eventsLie: EventsLie,
  method: ProbabilityMethod,
): ProbabilityCurve | null {
  const platt = plattScaling(scores, outcomes);
  const isExpected = platt !== null && (eventsLie === 'low' ? platt.a > 0 : platt.a < 0);
  if (!isExpected) return null;
  if (method === 'platt') return { method, platt };
  const sign = eventsLie === 'low' ? -1 : 1;
  const isotonic = isotonicRegression(
    Float64Array.from(scores, (score) => sign * score),
    outcomes,
  );
  return isotonic && { method, platt, isotonic: offTheEnds(isotonic), sign };
}

/** Probability at a score. */
export function probabilityAt(curve: ProbabilityCurve, score: number): number {
  return curve.method === 'platt' ? plattProbability(curve.platt, score) : isotonicProbability(curve.isotonic, curve.sign * score);
}

/** Points of the score that double the odds of the outcome along Platt's curve, ln 2 / |a|; of an isotonic curve what it comes to over all scores. */
export function pointsToDouble({ platt }: ProbabilityCurve): number {
  return Math.LN2 / Math.abs(platt.a);
}

/** "0 of 37" is not a probability of 0: the outer levels become (events + 1/2) / (n + 1), but do not cross the level beside them. */
function offTheEnds(curve: IsotonicCurve): IsotonicCurve {
  const { y, n, events } = curve;
  const inner = y.filter((level) => level > 0 && level < 1);
  const [lowest, highest] = [inner[0] ?? 0.5, inner.at(-1) ?? 0.5];
  const moved = y.map((level, knot) => {
    const smoothed = (events[knot]! + 0.5) / (n[knot]! + 1);
    if (level === 0) return Math.min(smoothed, lowest);
    return level === 1 ? Math.max(smoothed, highest) : level;
  });
  return { ...curve, y: moved };
}
