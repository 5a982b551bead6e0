import { countObservations, emptyEstimate } from './countObservations.ts';
import type { Estimate } from './Estimate.ts';
import { fitLogisticLine, type LogisticLine } from './fitLogisticLine.ts';
import { z95 } from './normal.ts';
import type { Sample } from './Sample.ts';
import type { Warning } from './warning.ts';

/** Probabilities nearer to 0 or 1 than this count as this far: an isotonic curve says 0 and 1, whose logit has no end. */
const nearest = 1e-6;

/**
 * Calibration slope and intercept: the logistic line of the outcome on the logit of the predicted probability (Cox 1958). 1 and 0 are ideal; a
 * slope below 1 = predictions too extreme, an intercept above 0 = too low. Intervals from the information matrix, or summed by account
 * (Liang and Zeger 1986, factor G/(G-1)) as soon as accounts repeat; none of a single account. `values` are probabilities, none missing. Null when
 * the line has no end.
 */
export function calibrationLine(sample: Sample): { slope: Estimate; intercept: Estimate } {
  const counts = countObservations(sample);
  const empty = emptyEstimate(counts);
  const logits = Float64Array.from(sample.values, (probability) => {
    const held = Math.min(1 - nearest, Math.max(nearest, probability));
    return Math.log(held / (1 - held));
  });
  const line = fitLogisticLine(logits, sample.outcomes);
  if (line === null) {
    const warnings = counts.events > 0 && counts.nonEvents > 0 ? [...empty.warnings, separationOf(logits)] : empty.warnings;
    return { slope: { ...empty, warnings }, intercept: { ...empty, warnings } };
  }
  const repeats = counts.accounts < counts.n;
  const { slope, intercept } = repeats ? clusteredVariances(line, logits, sample) : line.variances;
  const estimateOf = (value: number, variance: number): Estimate => {
    if (counts.accounts === 1) return { ...empty, value };
    const half = z95 * Math.sqrt(variance);
    return { ...empty, value, interval: [value - half, value + half], method: repeats ? 'Wald, by account' : 'Wald' };
  };
  return { slope: estimateOf(line.slope, slope), intercept: estimateOf(line.intercept, intercept) };
}

function separationOf(logits: Float64Array): Warning {
  return logits.every((logit) => logit === logits[0]) ? 'CONSTANT' : 'PERFECT_SEPARATION';
}

/** V (Σ over accounts of s s') V G/(G-1), with s the sum of an account's scores and V the inverse information. */
function clusteredVariances({ intercept, slope, variances }: LogisticLine, logits: Float64Array, { outcomes, accounts }: Sample) {
  const sums = new Map<number, [number, number]>();
  for (const [index, logit] of logits.entries()) {
    const error = outcomes[index]! - 1 / (1 + Math.exp(-(intercept + slope * logit)));
    const [ofIntercept, ofSlope] = sums.get(accounts[index]!) ?? [0, 0];
    sums.set(accounts[index]!, [ofIntercept + error, ofSlope + error * logit]);
  }
  let [ofIntercept, ofSlope] = [0, 0];
  for (const [one, other] of sums.values()) {
    ofIntercept += (variances.intercept * one + variances.covariance * other) ** 2;
    ofSlope += (variances.covariance * one + variances.slope * other) ** 2;
  }
  const factor = sums.size / (sums.size - 1);
  return { intercept: ofIntercept * factor, slope: ofSlope * factor };
}
