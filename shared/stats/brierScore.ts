/** Squared error of probabilities. */
export interface BrierScore {
  value: number;
  /** Of always saying the overall rate: rate (1 - rate). */
  ofRate: number;
  /** 1 - value / ofRate: 0 or less is no better than the overall rate. Null when all outcomes were the same. */
  skill: number | null;
}

/**
 * Mean of (p - y)². Source: Brier (1950); scikit-learn `brier_score_loss`. Null of nothing.
 * @throws RangeError for a probability outside [0, 1]: it is a mistake, not a forecast
 */
export function brierScore(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): BrierScore | null {
  const n = probabilities.length;
  if (n === 0) return null;
  let [squares, events] = [0, 0];
  for (let index = 0; index < n; index++) {
    const probability = probabilities[index]!;
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is not a probability`);
    squares += (probability - outcomes[index]!) ** 2;
    events += outcomes[index]!;
  }
  const ofRate = (events / n) * (1 - events / n);
  return { value: squares / n, ofRate, skill: ofRate === 0 ? null : 1 - squares / n / ofRate };
}
