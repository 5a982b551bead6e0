import { fitLogisticLine } from './fitLogisticLine.ts';

/** Probability of the outcome from a score: p = 1 / (1 + exp(a · score + b)). */
export interface PlattCurve {
  a: number;
  b: number;
}

/** Scores all within this of 0 are the same score. */
const smallestScale = 1e-100;

/**
 * Platt's (1999) sigmoid: the likeliest one against the targets (N1+1)/(N1+2) for events and 1/(N0+2) for others, which keep it finite even
 * when the score separates them. Equals scikit-learn `_sigmoid_calibration`. The score is divided by its largest size within, so any scale
 * will do. `a` > 0: the probability falls as the score rises. Null when a class is empty or the score constant.
 */
export function plattScaling(scores: ArrayLike<number>, outcomes: ArrayLike<number>): PlattCurve | null {
  let [events, size] = [0, 0];
  for (let index = 0; index < scores.length; index++) {
    events += outcomes[index]!;
    size = Math.max(size, Math.abs(scores[index]!));
  }
  const nonEvents = scores.length - events;
  if (events === 0 || nonEvents === 0 || size < smallestScale) return null;
  const scaled = Float64Array.from(scores, (score) => score / size);
  const line = fitLogisticLine(
    scaled,
    Float64Array.from(outcomes, (outcome) => (outcome === 1 ? (events + 1) / (events + 2) : 1 / (nonEvents + 2))),
  );
  return line && { a: -line.slope / size, b: -line.intercept };
}

/** What the curve says of a score. */
export function plattProbability({ a, b }: PlattCurve, score: number): number {
  return 1 / (1 + Math.exp(a * score + b));
}
