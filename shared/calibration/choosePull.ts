import { logLoss } from '../stats/logLoss.ts';
import { mean, sampleVariance } from '../stats/moments.ts';
import { designOf } from './design.ts';
import { fittedProbabilities, fitWeights, type WeightProblem } from './fitWeights.ts';
import type { Fold } from './groupFolds.ts';
import type { Pacer } from './Pacer.ts';

/** A strength of the pull and the log loss it gave on rows it was not fitted to. */
export interface TriedPull {
  pull: number;
  /** Mean over the folds of the mean log loss, and the standard error of that mean. */
  logLoss: number;
  standardError: number;
}

/** The chosen strength, beside all that were tried. */
export interface ChosenPull {
  chosen: number;
  tried: TriedPull[];
}

/** Columns and outcomes that weights are fitted to, without the rows. */
export interface PullProblem extends Omit<WeightProblem, 'design' | 'pull'> {
  columns: readonly Float64Array[];
  outcomes: Uint8Array;
}

/**
 * The pull by cross-validation: 0.1, 1, 10 ... up to where the current weights are all but kept; of these the strongest whose log loss lies within
 * one standard error of the least (Breiman et al. 1984, 3.4.3; glmnet `lambda.1se`). Without a usable fold the strongest.
 */
export async function choosePull(problem: PullProblem, folds: readonly Fold[], pacer: Pacer): Promise<ChosenPull> {
  const pulls = pullsFor(problem.outcomes.length);
  const losses = pulls.map((): number[] => []);
  for (const [nth, { train, test }] of folds.entries()) {
    const design = designOf(problem.columns, problem.outcomes, train);
    const happened = Uint8Array.from(test, (row) => problem.outcomes[row]!);
    let start: Float64Array | undefined;
    for (const [index, pull] of pulls.entries()) {
      await pacer.step((nth + index / pulls.length) / folds.length);
      const fitted = await fitWeights({ ...problem, design, pull }, pacer.part(nth / folds.length, nth / folds.length), start);
      start = fitted.start;
      losses[index]!.push(logLoss(fittedProbabilities(fitted, problem.columns, test), happened)!.value);
    }
  }
  if (folds.length === 0) return { chosen: pulls.at(-1)!, tried: [] };
  const tried = pulls.map((pull, index): TriedPull => {
    const ofFolds = losses[index]!;
    const standardError = ofFolds.length > 1 ? Math.sqrt(sampleVariance(ofFolds) / ofFolds.length) : 0;
    return { pull, logLoss: mean(ofFolds), standardError };
  });
  const least = tried.reduce((best, one) => (one.logLoss < best.logLoss ? one : best));
  return { chosen: tried.findLast((one) => one.logLoss <= least.logLoss + least.standardError)!.pull, tried };
}

/** Powers of ten; the last outweighs all rows together a hundred times. */
function pullsFor(rows: number): number[] {
  const most = Math.ceil(Math.log10(Math.max(10, rows))) + 2;
  return Array.from({ length: most + 2 }, (_, index) => 10 ** (index - 1));
}
