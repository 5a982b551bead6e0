import type { SuggestedThreshold } from '../contract/suggestedWeights.ts';
import { Failure } from '../failure.ts';
import { percentileInterval } from '../stats/percentileInterval.ts';
import { rankRows } from '../stats/RankedRows.ts';
import { resampleAccounts } from '../stats/resampleAccounts.ts';
import type { Warning } from '../stats/warning.ts';
import { bandDoubts } from './bandDoubts.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';
import { chooseCut, type EvidenceWay } from './chooseCut.ts';
import type { ScoresOfFold } from './crossFitProbability.ts';
import { cutRange } from './cutRange.ts';
import { flaggingTable, flagsBelow } from './flaggingTable.ts';
import { isOpen } from './gates.ts';
import { heldOutFlagging } from './heldOutFlagging.ts';
import { type MixWay, mixThreshold } from './mixThreshold.ts';
import { type Pace, Pacer } from './Pacer.ts';
import { scoredSample } from './scoredSample.ts';
import { cutsBetween, thresholdCounts } from './thresholdCounts.ts';
import { thresholdName, thresholdSentence } from './thresholdWords.ts';

/** What thresholds are chosen from. */
export interface ThresholdsAsked {
  /** The proof set and its scores (NaN = withheld). */
  rows: CalibrationRows;
  scores: Float64Array;
  /** The score as it is made without the test side of a fold, where what happened had its part in it; absent: always the same. */
  scoresOf?: ScoresOfFold | undefined;
  /** Scores of the book (NaN = withheld), one an account: what capacity and target share count. */
  bookScores: Float64Array;
  ways: readonly (EvidenceWay | MixWay)[];
  resampling: { resamples: number; seed: number };
}

/** Share of the resampled thresholds that the range holds. */
const rangeShare = 0.9;

/**
 * One threshold for each way asked for, flagging scores below it. Candidates are midpoints between distinct scores that leave at least 10 accounts and
 * 5 events on either side; equal optima go to the one that flags fewer. The range is that of the thresholds chosen again on whole accounts drawn with
 * replacement; what a way is worth is also told on accounts that did not choose (`heldOutFlagging`). Capacity and target share look at the book alone: a mix is tuned, not evidence, and they say so.
 * @throws Failure `gate-closed` below 30 events, `cancelled`
 */
export async function suggestThresholds(asked: ThresholdsAsked, pace: Pace): Promise<SuggestedThreshold[]> {
  const pacer = new Pacer(pace);
  const { resampling } = asked;
  const sample = scoredSample(asked.rows, asked.scores);
  const { withOutcome, without } = accountsByOutcome(sample);
  const events = Math.min(withOutcome, without);
  if (!isOpen({ events }, 'anchored')) throw new Failure('gate-closed', { what: 'A suggestion of thresholds', needed: 30, events });
  const ranked = rankRows(sample);
  const cuts = cutsBetween(ranked, sample.values);
  const counts = thresholdCounts(ranked);
  const range = cutRange(ranked, counts);
  const byEvidence = asked.ways.filter(isByEvidence);
  const draws = byEvidence.map((): (number | null)[] => []);
  let drawn = 0;
  for (const times of resampleAccounts({ strata: 'none', accounts: sample.accounts }, resampling)) {
    await pacer.step((0.9 * drawn++) / resampling.resamples);
    const resampled = thresholdCounts(ranked, times);
    for (const [index, way] of byEvidence.entries()) draws[index]!.push(cutAt(cuts, chooseCut(resampled, way, range)));
  }
  const heldOut = await heldOutFlagging(asked, byEvidence, pacer.part(0.9, 1));
  return asked.ways.map((way): SuggestedThreshold => {
    const {
      threshold,
      range: rangeOfCuts,
      flagged,
    } = isByEvidence(way)
      ? { threshold: cutAt(cuts, chooseCut(counts, way, range)), range: rangeOf(draws[byEvidence.indexOf(way)]!), flagged: 0 }
      : mixThreshold(asked.bookScores, way);
    const { seed } = resampling;
    const table = threshold === null ? null : flaggingTable({ ...sample, flags: flagsBelow(sample.values, threshold) }, { seed });
    const outOfFold = threshold !== null && isByEvidence(way) ? heldOut[byEvidence.indexOf(way)]! : null;
    const judged = outOfFold?.table ?? table;
    const doubts: Warning[] = judged ? bandDoubts([judged.rateBelow, judged.rateFrom]) : [];
    return {
      way: way.way,
      name: thresholdName(way),
      threshold,
      range: threshold === null ? null : rangeOfCuts,
      table,
      outOfFold,
      sentence: thresholdSentence(way, { threshold, table, outOfFold }, flagged),
      warnings: [
        isByEvidence(way) ? 'TUNED_ON_THESE_DATA' : 'MIX_TUNED',
        ...(events < 50 ? (['UNDER_50_EVENTS'] as const) : []),
        ...doubts,
      ],
    };
  });
}

const isByEvidence = (way: EvidenceWay | MixWay): way is EvidenceWay => way.way !== 'capacity' && way.way !== 'target-share';
const cutAt = (cuts: Float64Array, index: number | null) => (index === null ? null : cuts[index]!);
const rangeOf = (draws: readonly (number | null)[]) => (draws.length === 0 ? null : percentileInterval(draws, rangeShare).interval);
