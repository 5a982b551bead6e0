import { accountBootstrap, withBootstrap } from '../../../shared/stats/accountBootstrap.ts';
import { aucOf } from '../../../shared/stats/auc.ts';
import { countObservations, emptyEstimate } from '../../../shared/stats/countObservations.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { rankRows } from '../../../shared/stats/RankedRows.ts';
import { splitByOutcome } from '../../../shared/stats/splitByOutcome.ts';
import { weightedAuc } from '../../../shared/stats/weightedAuc.ts';
import type { JudgedScores } from './JudgedScores.ts';

/**
 * How much higher the AUC is on a part of the observations than on all others; low scores are to tell of the bad side. The interval draws whole
 * accounts, for an account may stand in the part at one date and outside it at another. Without value or interval where either side lacks a class.
 */
export function partAgainstRest({ scores, bad, accounts, resampling }: JudgedScores, isPart: (row: number) => boolean): Estimate {
  const only = (inPart: boolean) => scores.map((score, row) => (isPart(row) === inPart ? score : Number.NaN));
  const samples = [only(true), only(false)].map((values) => ({ values, outcomes: bad, accounts }));
  const empty = emptyEstimate(countObservations({ values: scores, outcomes: bad, accounts }));
  // Raw: events at low scores have the lower AUC, so the rest less the part is the part's lead.
  const lead = ([part, rest]: (number | null)[]) => (part == null || rest == null ? null : rest - part);
  const value = lead(samples.map(({ values, outcomes }) => aucOf(splitByOutcome(values, outcomes))));
  if (value === null) return empty;
  const ranked = samples.map((sample) => rankRows(sample));
  const [draws] = accountBootstrap(
    { strata: 'outcome', outcomes: bad, accounts },
    (times) => [lead(ranked.map((rows) => weightedAuc(rows, times)))],
    resampling,
  );
  return withBootstrap({ ...empty, value }, draws!);
}
