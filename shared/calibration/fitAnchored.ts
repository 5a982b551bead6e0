import type { CalibrationRows } from './CalibrationRows.ts';
import { type ChosenPull, choosePull, type PullProblem } from './choosePull.ts';
import { type Design, designOf } from './design.ts';
import { type FittedWeights, fitWeights } from './fitWeights.ts';
import { groupFolds } from './groupFolds.ts';
import type { Pacer } from './Pacer.ts';

/** Weights with the pull that cross-validation chose for them. */
export interface AnchoredFit {
  design: Design;
  fitted: FittedWeights;
  pull: ChosenPull;
  /** Folds the pull was chosen on, and those of them that held a single class. */
  folds: number;
  skipped: number;
}

/** Chooses the pull and fits the weights, all from the named rows alone; from all when none are named. */
export async function fitAnchored(
  problem: PullProblem,
  rows: CalibrationRows,
  seed: number,
  pacer: Pacer,
  among?: Uint32Array,
): Promise<AnchoredFit> {
  const { folds, skipped } = groupFolds(rows, seed, among);
  const pull = await choosePull(problem, folds, pacer.part(0, 0.9));
  const design = designOf(problem.columns, problem.outcomes, among);
  const fitted = await fitWeights({ ...problem, design, pull: pull.chosen }, pacer.part(0.9, 1));
  return { design, fitted, pull, folds: folds.length, skipped };
}
