import type { Verdict } from '../contract/suggestedWeights.ts';
import { aucDifference } from '../stats/aucDifference.ts';
import type { Resampling } from '../stats/Sample.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';
import { scoredSample } from './scoredSample.ts';

/** Fewest accounts with (and without) the bad outcome in the confirmation set for a verdict. */
export const fewestConfirming = 30;

/** Largest share of the observations with a score that may have it from one of the two models only. */
const mostOneSided = 0.05;

/**
 * What the confirmation set says of a suggestion: "supported" when the AUC of the score as scored with the suggested model is higher than with
 * the current one by a 95 % interval that lies above 0, paired on the observations both give a score to (NaN = withheld) and by accounts. Only
 * exploratory below 30 accounts with (or without) the bad outcome among those, or when more than 5 % of the scored observations have a score from
 * one of the two alone: a model that withholds the hard ones is no better for it.
 */
export function verdictOf(
  rows: Pick<CalibrationRows, 'outcomes' | 'accounts'>,
  current: Float64Array,
  suggested: Float64Array,
  resampling: Resampling = {},
): Verdict {
  const { outcomes, accounts } = rows;
  const bySuggested = scoredSample(rows, suggested).rows;
  const paired = scoredSample(rows, current, bySuggested).rows;
  const byCurrent = scoredSample(rows, current).rows.length;
  const { withOutcome, without } = accountsByOutcome(rows, paired);
  const events = Math.min(withOutcome, without);
  const difference = aucDifference({ one: suggested, other: current, outcomes, accounts }, { eventsLie: 'low', ...resampling });
  const { value, interval } = difference;
  const oneSided = byCurrent + bySuggested.length - 2 * paired.length;
  const withheld = withheldSentence(current.length - byCurrent, suggested.length - bySuggested.length, paired.length);
  const say = (id: Verdict['id'], sentence: string): Verdict => ({
    id,
    sentence: `${sentence}${withheld}`,
    difference,
    eventAccounts: withOutcome,
  });
  if (events < fewestConfirming)
    return say(
      'exploratory-only',
      `Exploratory only: the confirmation set has ${events} accounts ${withOutcome <= without ? 'with' : 'without'} the outcome, and a verdict needs ${fewestConfirming}.`,
    );
  if (oneSided > mostOneSided * (paired.length + oneSided))
    return say(
      'exploratory-only',
      `Exploratory only: ${oneSided} observations of the confirmation set have a score from one of the two models alone, and a verdict allows ${100 * mostOneSided} % of them.`,
    );
  const isSupported = interval !== null && interval[0] > 0;
  return say(isSupported ? 'supported' : 'not-supported', sentenceOf(isSupported, value, interval));
}

function withheldSentence(byCurrent: number, bySuggested: number, paired: number): string {
  if (byCurrent + bySuggested === 0) return '';
  return ` Without a score: ${byCurrent} observations with the current weights, ${bySuggested} with the suggested ones; compared on the ${paired} that have both.`;
}

function sentenceOf(isSupported: boolean, value: number | null, interval: readonly [number, number] | null): string {
  if (value === null) return 'Not supported: the confirmation set tells neither score from chance.';
  if (interval === null) return 'Not supported: on the confirmation set both scores rank the accounts alike.';
  const numbers = `AUC ${signed(value)} (95 % ${signed(interval[0])} to ${signed(interval[1])}) against the current weights`;
  return isSupported
    ? `Supported on data not used to fit it: ${numbers}.`
    : `Not supported: ${numbers} on data not used to fit it; the interval does not lie above 0.`;
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
