import type { SuggestedThreshold } from '../contract/suggestedWeights.ts';
import { rankRows } from '../stats/RankedRows.ts';
import type { CalibrationRows } from './CalibrationRows.ts';
import { chooseCut, type EvidenceWay } from './chooseCut.ts';
import { cutRange } from './cutRange.ts';
import { flaggingTable, flagsBelow } from './flaggingTable.ts';
import { groupFolds } from './groupFolds.ts';
import type { Pacer } from './Pacer.ts';
import { scoredSample } from './scoredSample.ts';
import type { ThresholdsAsked } from './suggestThresholds.ts';
import { cutsBetween, thresholdCounts } from './thresholdCounts.ts';

type HeldOut = SuggestedThreshold['outOfFold'];

/**
 * What each way of choosing a threshold is worth on accounts that did not choose it: in each fold by account the score is made and the threshold chosen
 * on the other folds, as on all, and flags the rows of this one. Rates are those of all folds together; their intervals take the thresholds as given. Null where no fold has one.
 */
export async function heldOutFlagging(
  { rows, scores, scoresOf = async () => scores, resampling: { seed } }: Omit<ThresholdsAsked, 'bookScores' | 'ways'>,
  ways: readonly EvidenceWay[],
  pacer: Pacer,
): Promise<HeldOut[]> {
  const { folds, skipped } = groupFolds(rows, seed, scoredSample(rows, scores).rows);
  const judgedFolds: { thresholds: (number | null)[]; tested: ReturnType<typeof scoredSample> }[] = [];
  for (const [nth, fold] of folds.entries()) {
    await pacer.step(nth / folds.length);
    const own = await scoresOf(fold);
    judgedFolds.push({ thresholds: thresholdsOf(rows, own, fold.train, ways), tested: scoredSample(rows, own, fold.test) });
  }
  return ways.map((_, index) => {
    const judged = judgedFolds.flatMap(({ thresholds, tested: { values, outcomes, accounts } }) => {
      const threshold = thresholds[index]!;
      return threshold === null ? [] : [{ threshold, outcomes, accounts, flags: flagsBelow(values, threshold) }];
    });
    if (judged.length === 0) return null;
    const thresholds = judged.map(({ threshold }) => threshold);
    const all = {
      flags: Uint8Array.from(judged.flatMap(({ flags }) => Array.from(flags))),
      outcomes: Uint8Array.from(judged.flatMap(({ outcomes }) => Array.from(outcomes))),
      accounts: Uint32Array.from(judged.flatMap(({ accounts }) => Array.from(accounts))),
    };
    return {
      table: flaggingTable(all, { seed }),
      folds: { count: judged.length, skipped: skipped + folds.length - judged.length },
      thresholds: [Math.min(...thresholds), Math.max(...thresholds)],
    };
  });
}

/** The threshold that each way gives on some rows; null where it gives none. */
function thresholdsOf(rows: CalibrationRows, scores: Float64Array, among: Uint32Array, ways: readonly EvidenceWay[]): (number | null)[] {
  const sample = scoredSample(rows, scores, among);
  const ranked = rankRows(sample);
  const [cuts, counts] = [cutsBetween(ranked, sample.values), thresholdCounts(ranked)];
  const range = cutRange(ranked, counts);
  return ways.map((way) => {
    const cut = chooseCut(counts, way, range);
    return cut === null ? null : cuts[cut]!;
  });
}
