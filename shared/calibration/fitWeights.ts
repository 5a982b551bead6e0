import type { Design } from './design.ts';
import { minimiseLogistic } from './minimiseLogistic.ts';
import type { Pacer } from './Pacer.ts';
import { heldShares, type ShareLimit, shareConstraints } from './shareConstraints.ts';

/** What weights are fitted to, and under which limits. */
export interface WeightProblem {
  /** Points 0..100 of each metric (or value of each dimension) against the bad side of the outcome. */
  design: Design;
  /** Per cent of the whole score, one a column: what the fit is pulled to. Null: pulled to 0. */
  current: readonly number[] | null;
  /** Strength of the pull. */
  pull: number;
  limits: readonly ShareLimit[];
}

/** Below this sum of theta, odds that differ by 1 % between the worst and the best score, there is no signal. */
const leastTheta = 0.01;

/** Fitted weights. */
export interface FittedWeights {
  /** Per cent of the whole, one a column, adding up to 100. Null: no metric goes with the outcome in its direction. */
  shares: number[] | null;
  /** logit P(bad) = intercept - sum of theta x points / 100; where nothing is missing that is intercept - (sum of theta / 100) x score. */
  theta: number[];
  intercept: number;
  objective: number;
  /** Largest deviation from the conditions of a minimum under constraints (Karush, Kuhn, Tucker), on the sum of the log losses. */
  deviation: number;
  /** Whether that is at most 1e-6 a row; else the weights are where the fit gave up. */
  converged: boolean;
  /** What stands for a missing value. */
  means: number[];
  /** To start a similar fit from. */
  start: Float64Array;
}

/**
 * Fits logit P(bad) = b0 - sum of theta_j s_j with s = points / 100, theta >= 0, by minimising
 *
 *     sum of log losses + pull / 2 * sum of ((theta_j - c * current_j) * SD(s_j))^2
 *
 * over theta, b0 and c >= 0: the more pull, the nearer the weights are to the current ones, in the limit they are them. Standardising makes the
 * pull fair between metrics; SD is the population's; missing values are the mean of the design's rows. Limits are minimum * sum(theta) <=
 * 100 * (theta of the columns) <= maximum * sum(theta): linear in theta, so the problem stays convex and is solved under them, never clipped
 * afterwards. Weights are 100 theta / sum(theta). A constant column tells nothing: it has exactly the minimum that is set for it alone, or no weight.
 *
 * The best c is known for any theta (it is a least-squares slope, and not negative as theta and current are not), so it is eliminated: the
 * penalty becomes the part of the standardised theta that lies across the current direction.
 */
export async function fitWeights(problem: WeightProblem, pacer: Pacer, start?: Float64Array): Promise<FittedWeights> {
  const { design } = problem;
  const held = heldShares(design.deviations, problem.limits);
  const constraints = shareConstraints(problem.limits, design.deviations, held);
  const { x, objective, deviation, converged, multipliers } = await minimiseLogistic(
    { design, penalty: penaltyOf(problem), constraints },
    pacer,
    start,
  );
  const free = Array.from(design.deviations, (scale, index) => {
    if (multipliers[index]! > 0 || x[index + 1]! < 1e-12) x[index + 1] = 0;
    return scale > 0 ? (100 * x[index + 1]!) / scale : 0;
  });
  const heldShare = held.reduce((sum, share) => sum + share, 0);
  const total = (100 * free.reduce((sum, value) => sum + value, 0)) / Math.max(1e-9, 100 - heldShare);
  const theta = free.map((value, index) => value + (held[index]! * total) / 100);
  return {
    shares: total >= leastTheta ? theta.map((value) => (100 * value) / total) : null,
    theta,
    intercept: theta.reduce((sum, value, index) => sum + (value * design.means[index]!) / 100, x[0]!),
    objective,
    deviation,
    converged,
    means: Array.from(design.means),
    start: x,
  };
}

/** Of (intercept, standardised theta): pull * (identity - d d' / d'd) with d the standardised current weights; constant columns are left out. */
function penaltyOf({ design, current, pull }: WeightProblem): Float64Array {
  const { deviations } = design;
  const size = deviations.length + 1;
  const direction = Float64Array.from(deviations, (deviation, index) => (current ? current[index]! * deviation : 0));
  const length = direction.reduce((sum, value) => sum + value * value, 0);
  const penalty = new Float64Array(size * size);
  for (let row = 1; row < size; row++) {
    if (deviations[row - 1] === 0) continue;
    for (let column = 1; column < size; column++) {
      const along = length > 0 ? (direction[row - 1]! * direction[column - 1]!) / length : 0;
      penalty[row * size + column] = pull * ((row === column ? 1 : 0) - along);
    }
  }
  return penalty;
}

/** Probability of the bad side of the outcome at some rows of the columns a fit was made of. */
export function fittedProbabilities(
  { theta, intercept, means }: FittedWeights,
  columns: readonly Float64Array[],
  rows: Uint32Array,
): Float64Array {
  const logits = new Float64Array(rows.length).fill(intercept);
  for (const [index, column] of columns.entries()) {
    const [slope, mean] = [theta[index]! / 100, means[index]!];
    if (slope === 0) continue;
    for (let place = 0; place < rows.length; place++) {
      const value = column[rows[place]!]!;
      logits[place]! -= slope * (Number.isNaN(value) ? mean : value);
    }
  }
  return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
}
