import { cholesky, solveLower, solveLowerTransposed } from './cholesky.ts';
import { type Design, sampleOf } from './design.ts';
import { logisticCurvature } from './logisticCurvature.ts';
import { type LossAndGradient, logisticLoss } from './logisticLoss.ts';
import { nearestPoint } from './nearestPoint.ts';
import type { Pacer } from './Pacer.ts';

/** What is minimised: the logistic loss of a design plus x' penalty x / 2, where normal . x >= 0 for every constraint. */
export interface LogisticProblem {
  design: Design;
  /** Of (intercept, coefficients), row-major; symmetric, not negative. */
  penalty: Float64Array;
  /** Normals over (intercept, coefficients). x = (anything, 0 ...) must satisfy them all. */
  constraints: readonly Float64Array[];
}

/** The minimum. */
export interface LogisticMinimum {
  /** Intercept, then coefficients. */
  x: Float64Array;
  objective: number;
  /** Largest deviation from the conditions of Karush, Kuhn and Tucker: |gradient - sum of multiplier x normal|, on the sum of the losses. */
  deviation: number;
  /** Whether the deviation is at most 1e-6 a row, which is that of the mean loss. */
  converged: boolean;
  /** One a constraint; 0 where it does not hold the solution back. */
  multipliers: Float64Array;
}

/** A larger fit begins from one of so many rows. */
const fewRows = 1024;
/** Up to so many rows every step asks all of them for their curvature; of more, so many are asked once. */
const curvatureRows = 8192;
const mostSteps = 100;
/** Gradient a row: a sample lies farther from the whole than that. */
const sampleTolerance = 5e-4;
/** Gradient a row up to which a place is a minimum. */
const minimumTolerance = 1e-6;
/** Of a sum of losses, relative. */
const rounding = 1e-14;

/**
 * Minimises by steps that are each the exact minimum of a quadratic under the constraints (sequential quadratic programming), beginning from the
 * minimum of an evenly spread sample. Up to 8,192 rows the quadratic is the true second-order one (Newton). Beyond, it is that of 8,192 rows and learns
 * from each step (BFGS; Nocedal and Wright, 6.1): a handful of walks over all rows in place of their curvature. Stops when the gradient, but for the
 * constraints, is at most 1e-10 a row (of more than 8,192 rows 1e-6: the objective to some nine digits), no step lowers the objective any more, or after
 * 100 steps; `converged` says whether that is a minimum.
 */
export async function minimiseLogistic(problem: LogisticProblem, pacer: Pacer, start?: Float64Array): Promise<LogisticMinimum> {
  const tolerance = problem.design.outcomes.length <= curvatureRows ? 1e-10 : minimumTolerance;
  const { curvature: _, ...minimum } = await descend(problem, pacer, tolerance, start);
  return { ...minimum, converged: minimum.deviation <= minimumTolerance * problem.design.size };
}

/** Stops when the gradient is at most `tolerance` a row; gives the last curvature too. */
async function descend(
  problem: LogisticProblem,
  pacer: Pacer,
  tolerance: number,
  start?: Float64Array,
): Promise<Omit<LogisticMinimum, 'converged'> & { curvature: Float64Array }> {
  const { design, constraints } = problem;
  const rows = design.outcomes.length;
  const smaller = sampled(problem);
  const sample = start || !smaller ? null : await descend(smaller, pacer, sampleTolerance);
  const isExact = rows <= fewRows || (rows <= curvatureRows && tolerance < sampleTolerance);
  let x = start ? within(start, constraints) : (sample?.x ?? atRest(design));
  let at = evaluate(problem, x);
  const scale = smaller ? design.size / smaller.design.size : 1;
  let curvature = sample && rows > curvatureRows ? sample.curvature.map((value) => value * scale) : curvatureAt(problem, x);
  for (let step = 0; ; step++) {
    await pacer.step(0);
    const { direction, multipliers } = quadraticStep(curvature, at.gradient, constraints, x);
    const moved = searchAlong(problem, x, at, direction);
    const deviation = deviationOf(moved.at.gradient, constraints, multipliers);
    const isDone = deviation <= tolerance * design.size || moved.at.loss >= at.loss || step === mostSteps;
    if (isDone) return { x: moved.x, objective: moved.at.loss, deviation, multipliers, curvature };
    curvature = isExact ? curvatureAt(problem, moved.x) : learn(curvature, x, at, moved);
    ({ x, at } = moved);
  }
}

/** The nearest place that satisfies the constraints: a start may come from a fit to other rows, whose columns deviate otherwise. */
function within(start: Float64Array, constraints: readonly Float64Array[]): Float64Array {
  return nearestPoint(
    start,
    constraints.map((normal) => ({ normal, bound: 0 })),
  ).point;
}

/** The same problem on fewer rows; null when it has few already. */
function sampled(problem: LogisticProblem): LogisticProblem | null {
  const rows = problem.design.outcomes.length;
  if (rows <= fewRows) return null;
  const design = sampleOf(problem.design, rows > curvatureRows ? curvatureRows : fewRows);
  const share = design.size / problem.design.size;
  return { ...problem, design, penalty: problem.penalty.map((value) => value * share) };
}

/** No coefficient: the logit of the overall rate. */
function atRest({ columns, outcomes, times, size }: Design): Float64Array {
  const x = new Float64Array(columns.length + 1);
  let events = 0;
  for (let row = 0; row < outcomes.length; row++) events += outcomes[row]! * times[row]!;
  x[0] = Math.log((events + 0.5) / (size - events + 0.5));
  return x;
}

function evaluate({ design, penalty }: LogisticProblem, x: Float64Array): LossAndGradient {
  const { loss, gradient } = logisticLoss(design, x);
  const pulled = times(penalty, x);
  return { loss: loss + dot(pulled, x) / 2, gradient: gradient.map((value, index) => value + pulled[index]!) };
}

/** The curvature of at most 8,192 rows, scaled up, plus the penalty's; a trace on the diagonal keeps it positive where nothing can be told. */
function curvatureAt({ design, penalty }: LogisticProblem, x: Float64Array): Float64Array {
  const size = x.length;
  const sample = sampleOf(design, curvatureRows);
  const curvature = logisticCurvature(sample, x).map((value, index) => (value * design.size) / sample.size + penalty[index]!);
  let trace = 0;
  for (let index = 0; index < size; index++) trace += curvature[index * size + index]!;
  for (let index = 0; index < size; index++) curvature[index * size + index]! += 1e-10 * trace + Number.MIN_VALUE;
  return curvature;
}

/** The step to the minimum of the quadratic under the constraints, and what holds it back. */
function quadraticStep(curvature: Float64Array, gradient: Float64Array, constraints: readonly Float64Array[], x: Float64Array) {
  const lower = cholesky(curvature, x.length);
  if (!lower) throw new Error('The curvature of the fit is not positive.');
  const from = solveLower(lower, gradient).map((value) => -value);
  const lengths = new Float64Array(constraints.length);
  const halfSpaces = constraints.map((constraint, index) => {
    const normal = solveLower(lower, constraint);
    const length = Math.sqrt(dot(normal, normal)) || 1;
    lengths[index] = length;
    return { normal: normal.map((value) => value / length), bound: -dot(constraint, x) / length };
  });
  const nearest = nearestPoint(from, halfSpaces);
  return {
    direction: solveLowerTransposed(lower, nearest.point),
    multipliers: nearest.multipliers.map((value, index) => value / lengths[index]!),
  };
}

/** The point along the step, halved until the objective falls as promised; the place itself when it does not. */
function searchAlong(problem: LogisticProblem, x: Float64Array, at: LossAndGradient, direction: Float64Array) {
  const slope = dot(at.gradient, direction);
  for (let length = 1; length > 1e-6; length /= 2) {
    const moved = x.map((value, index) => value + length * direction[index]!);
    const there = evaluate(problem, moved);
    if (there.loss <= at.loss + 1e-4 * length * slope + rounding * at.loss) return { x: moved, at: there };
  }
  return { x, at };
}

function deviationOf(gradient: Float64Array, constraints: readonly Float64Array[], multipliers: Float64Array): number {
  const rest = Float64Array.from(gradient);
  for (const [index, constraint] of constraints.entries())
    for (let place = 0; place < rest.length; place++) rest[place]! -= multipliers[index]! * constraint[place]!;
  return rest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** The curvature after a step that showed how the gradient changes. */
function learn(
  curvature: Float64Array,
  x: Float64Array,
  at: LossAndGradient,
  moved: { x: Float64Array; at: LossAndGradient },
): Float64Array {
  const step = moved.x.map((value, index) => value - x[index]!);
  const change = moved.at.gradient.map((value, index) => value - at.gradient[index]!);
  const expected = times(curvature, step);
  const [known, supposed] = [dot(step, change), dot(step, expected)];
  if (known <= 1e-12 * supposed) return curvature;
  const size = x.length;
  return curvature.map((value, index) => {
    const [row, column] = [Math.floor(index / size), index % size];
    return value + (change[row]! * change[column]!) / known - (expected[row]! * expected[column]!) / supposed;
  });
}

function times(matrix: Float64Array, x: Float64Array): Float64Array {
  const size = x.length;
  return x.map((_, row) => dot(matrix.subarray(row * size, (row + 1) * size), x));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += one[place]! * other[place]!;
  return sum;
}
