/** Smallest distance of a probability from 0 and 1 that the logarithm is given: the precision of 64-bit numbers, as in scikit-learn. */
const smallest = 2.220446049250313e-16;

/** Mean surprise at what happened. */
export interface LogLoss {
  value: number;
  /** Of always saying the overall rate: its entropy. */
  ofRate: number;
  /** Probabilities that were moved off 0 or 1. */
  clipped: number;
}

/** -mean(y ln p + (1-y) ln(1-p)) in nats. Source: Good (1952); scikit-learn `log_loss`. Null of nothing. */
export function logLoss(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): LogLoss | null {
  const n = probabilities.length;
  if (n === 0) return null;
  let [sum, events, clipped] = [0, 0, 0];
  for (let index = 0; index < n; index++) {
    const given = probabilities[index]!;
    const probability = Math.min(1 - smallest, Math.max(smallest, given));
    if (probability !== given) clipped++;
    sum -= outcomes[index] === 1 ? Math.log(probability) : Math.log(1 - probability);
    events += outcomes[index]!;
  }
  const entropyOf = (share: number) => (share === 0 ? 0 : -share * Math.log(share));
  return { value: sum / n, ofRate: entropyOf(events / n) + entropyOf(1 - events / n), clipped };
}
