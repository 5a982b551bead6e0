import type { Interval } from '../stats/Estimate.ts';
import { percentileInterval } from '../stats/percentileInterval.ts';
import { resampleAccounts } from '../stats/resampleAccounts.ts';
import type { Resampling } from '../stats/Sample.ts';
import type { CalibrationRows } from './CalibrationRows.ts';
import type { PullProblem } from './choosePull.ts';
import { designOf } from './design.ts';
import { type FittedWeights, fitWeights } from './fitWeights.ts';
import type { Pacer } from './Pacer.ts';

/** How much fitted weights vary when other accounts had been observed. */
export interface WeightStability {
  /** Middle 95 % of the resampled shares, one a weight; null without resamples, or when too many gave no weights. */
  ranges: (Interval | null)[];
  resamples: number;
  /** Resamples in which no metric went with the outcome, or whose fit came to no minimum. */
  skipped: number;
}

/**
 * Fits the weights again to whole accounts drawn with replacement, with the same pull and limits. A range says how much the suggestion varies, not
 * where a true weight lies: the pull and the sign constraint are in it.
 */
export async function weightStability(
  problem: PullProblem,
  rows: CalibrationRows,
  pull: number,
  fitted: FittedWeights,
  resampling: Resampling,
  pacer: Pacer,
): Promise<WeightStability> {
  const draws: (readonly number[] | null)[] = [];
  const resamples = resampling.resamples ?? 0;
  for (const times of resampleAccounts({ strata: 'outcome', ...rows }, { ...resampling, resamples })) {
    const share = draws.length / resamples;
    await pacer.step(share);
    const drawn = Uint32Array.from(rows.outcomes.keys()).filter((row) => times[rows.accounts[row]!]! > 0);
    const weights = Float64Array.from(drawn, (row) => times[rows.accounts[row]!]!);
    const design = designOf(problem.columns, problem.outcomes, drawn, weights);
    const { shares, converged } = await fitWeights({ ...problem, design, pull }, pacer.part(share, share), fitted.start);
    draws.push(converged ? shares : null);
  }
  return {
    ranges: problem.columns.map((_, column) =>
      draws.length === 0 ? null : percentileInterval(draws.map((shares) => shares?.[column] ?? null)).interval,
    ),
    resamples,
    skipped: draws.filter((shares) => shares === null).length,
  };
}
