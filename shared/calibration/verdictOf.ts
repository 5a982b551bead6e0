import type { Verdict } from '../contract/suggestedWeights.ts';
import { aucDifference } from '../stats/aucDifference.ts';
import type { Interval } from '../stats/Estimate.ts';
import { normalQuantile, z95 } from '../stats/normal.ts';
import type { Resampling } from '../stats/Sample.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';
import { scoredSample } from './scoredSample.ts';

/** Fewest accounts with (and without) the bad outcome in the confirmation set for a verdict. */
export const fewestConfirming = 30;

/** Largest share of the observations with a score that may have it from one of the two models only. */
const mostOneSided = 0.05;

/** How a verdict is judged and worded. */
export interface VerdictTerms extends Resampling {
  /** What the two are called in a sentence; absent: a suggestion and the weights it starts from. */
  names?: { score: string; against: string };
  /** The how-many-eth opening of the confirmation set this is, from 1. */
  opening?: number;
}

/**
 * What the confirmation set says of a score: "supported" when its AUC, as scored, is higher than that of the one it is held against by an
 * interval that lies above 0, paired on the observations both give a score to (NaN = withheld) and by accounts. Only exploratory below 30
 * accounts with (or without) the bad outcome among those, or when more than 5 % of the scored observations have a score from one of the two
 * alone: a model that withholds the hard ones is no better for it.
 *
 * At the k-th opening of the set the interval is one of 1 - 0.05 / k (Bonferroni: as if all k looks had been planned), the 95 % interval
 * widened in the proportion of the normal quantiles: 95 %, 97.5 %, 98.3 % ...
 */
export function verdictOf(
  rows: Pick<CalibrationRows, 'outcomes' | 'accounts'>,
  against: Float64Array,
  score: Float64Array,
  { names = { score: 'the suggestion', against: 'the current weights' }, opening = 1, ...resampling }: VerdictTerms = {},
): Verdict {
  const { outcomes, accounts } = rows;
  const byScore = scoredSample(rows, score).rows;
  const paired = scoredSample(rows, against, byScore).rows;
  const byAgainst = scoredSample(rows, against).rows.length;
  const { withOutcome, without } = accountsByOutcome(rows, paired);
  const events = Math.min(withOutcome, without);
  const difference = aucDifference({ one: score, other: against, outcomes, accounts }, { eventsLie: 'low', ...resampling });
  const oneSided = byAgainst + byScore.length - 2 * paired.length;
  const withheld = [against.length - byAgainst, score.length - byScore.length];
  const say = (id: Verdict['id'], headline: string, reason: string): Verdict => ({
    ...{ id, headline, difference, opening },
    reason: [reason, ...looksBefore(opening), ...withheldReason(names, withheld, paired.length)].join(' '),
    eventAccounts: withOutcome,
  });
  if (events < fewestConfirming)
    return say(
      'exploratory-only',
      'Exploratory only',
      `The confirmation set has ${events} accounts ${withOutcome <= without ? 'with' : 'without'} the outcome; to say whether ${names.score} is better than ${names.against} takes ${fewestConfirming}.`,
    );
  if (oneSided > mostOneSided * (paired.length + oneSided))
    return say(
      'exploratory-only',
      'Exploratory only',
      `${oneSided} observations of the confirmation set have a score from one of the two alone, and a verdict allows ${100 * mostOneSided} % of them.`,
    );
  const { value, interval } = difference;
  if (value === null) return say('not-supported', 'Not supported', 'The confirmation set tells neither score from chance.');
  if (interval === null) return say('not-supported', 'Not supported', 'On the confirmation set both scores rank the accounts alike.');
  const judged = atOpening(opening, value, interval);
  const numbers = `AUC ${signed(value)} (${level(opening)} % ${signed(judged[0])} to ${signed(judged[1])})`;
  return judged[0] > 0
    ? say(
        'supported',
        opening === 1 ? 'Supported on data not used to fit it' : `Supported at opening ${opening} of the confirmation set`,
        `${numbers}: ${names.score} is better than ${names.against}.`,
      )
    : say(
        'not-supported',
        'Not supported',
        `${numbers}: the interval does not lie above 0, so ${names.score} is not shown to be better than ${names.against}.`,
      );
}

/** "95", "97.5", "98.3" */
const level = (opening: number) => String(Number((100 - 5 / opening).toFixed(1)));

function atOpening(opening: number, value: number, [low, high]: Interval): Interval {
  const wider = opening === 1 ? 1 : normalQuantile(1 - 0.025 / opening) / z95;
  return [value + wider * (low - value), value + wider * (high - value)];
}

function looksBefore(opening: number): string[] {
  if (opening === 1) return [];
  return [
    `This is opening ${opening} of this confirmation set: what was seen before may have been tuned on, so it takes a ${level(opening)} % interval.`,
  ];
}

function withheldReason(names: { score: string; against: string }, [byAgainst, byScore]: readonly number[], paired: number): string[] {
  if (byAgainst === 0 && byScore === 0) return [];
  return [
    `Without a score: ${byAgainst} observations with ${names.against}, ${byScore} with ${names.score}; compared on the ${paired} that have both.`,
  ];
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
