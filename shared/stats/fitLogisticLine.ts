import { mean } from './moments.ts';

/** p = 1 / (1 + exp(-(intercept + slope x))). */
export interface LogisticLine {
  intercept: number;
  slope: number;
  /** Inverse of the information matrix: variances of the two and their covariance. */
  variances: Variances;
}

export interface Variances {
  intercept: number;
  slope: number;
  covariance: number;
}

/** Spread of the slope's estimate over the whole range of x, in logits, above which the data do not hold it: they separate the targets. */
const unheld = 1e4;

/**
 * The logistic line of largest likelihood: minimises -Σ t ln p + (1-t) ln(1-p) for targets t in [0, 1] by Newton's method with halved steps,
 * from the line that says the mean target everywhere. Null when x is constant or separates the targets, so that the slope has no end.
 */
export function fitLogisticLine(x: ArrayLike<number>, targets: ArrayLike<number>): LogisticLine | null {
  const n = x.length;
  if (n === 0) return null;
  const share = mean(targets);
  const centre = mean(x);
  const centred = Float64Array.from(x, (value) => value - centre);
  if (share <= 0 || share >= 1) return null;
  let [intercept, slope] = [Math.log(share / (1 - share)), 0];
  let at = lossAt(centred, targets, intercept, slope);
  for (let step = 0; step < 100; step++) {
    const determinant = at.h00 * at.h11 - at.h01 * at.h01;
    if (!(determinant > 1e-12 * at.h00 * at.h11)) return null;
    const towards = [(at.h11 * at.g0 - at.h01 * at.g1) / determinant, (at.h00 * at.g1 - at.h01 * at.g0) / determinant] as const;
    const decrease = towards[0] * at.g0 + towards[1] * at.g1;
    if (decrease < 1e-20 * n || (decrease < 1e-14 * n && step > 30)) {
      if (Math.sqrt(at.h00 / determinant) * rangeOf(centred) > unheld) return null;
      const variances = { intercept: at.h11 / determinant, slope: at.h00 / determinant, covariance: -at.h01 / determinant };
      return { intercept: intercept - slope * centre, slope, variances: moved(variances, centre) };
    }
    let length = 1;
    let next = lossAt(centred, targets, intercept - towards[0], slope - towards[1]);
    while (!(next.loss <= at.loss + 1e-12 * Math.abs(at.loss)) && length > 1e-10) {
      length /= 2;
      next = lossAt(centred, targets, intercept - length * towards[0], slope - length * towards[1]);
    }
    intercept -= length * towards[0];
    slope -= length * towards[1];
    at = next;
  }
  return null;
}

/** Loss, gradient and Hessian in one pass. */
function lossAt(x: Float64Array, targets: ArrayLike<number>, intercept: number, slope: number) {
  let [loss, g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < x.length; index++) {
    const value = x[index]!;
    const logit = intercept + slope * value;
    const probability = 1 / (1 + Math.exp(-logit));
    loss += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - targets[index]! * logit;
    const error = probability - targets[index]!;
    const weight = probability * (1 - probability);
    g0 += error;
    g1 += error * value;
    h00 += weight;
    h01 += weight * value;
    h11 += weight * value * value;
  }
  return { loss, g0, g1, h00, h01, h11 };
}

function rangeOf(x: Float64Array): number {
  const [low, high] = x.reduce(([low, high], value) => [Math.min(low!, value), Math.max(high!, value)], [Infinity, -Infinity]);
  return high! - low!;
}

/** The variances when x is counted from 0 instead of from its centre. */
function moved({ intercept, slope, covariance }: Variances, centre: number): Variances {
  return {
    intercept: intercept - 2 * centre * covariance + centre * centre * slope,
    slope,
    covariance: covariance - centre * slope,
  };
}
