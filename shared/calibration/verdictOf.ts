import type { Verdict } from '../contract/suggestedWeights.ts';
import { aucDifference } from '../stats/aucDifference.ts';
import type { Resampling } from '../stats/Sample.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';

/** Fewest accounts with (and without) the bad outcome in the confirmation set for a verdict. */
export const fewestConfirming = 30;

/**
 * What the confirmation set says of a suggestion: "supported" when the AUC of the score as scored with the suggested model is higher than with
 * the current one by a 95 % interval that lies above 0, paired on the same observations and by accounts. Below 30 accounts with (or without)
 * the bad outcome it can only be exploratory. NaN = withheld.
 */
export function verdictOf(
  rows: Pick<CalibrationRows, 'outcomes' | 'accounts'>,
  current: Float64Array,
  suggested: Float64Array,
  resampling: Resampling = {},
): Verdict {
  const { withOutcome, without } = accountsByOutcome(rows);
  const events = Math.min(withOutcome, without);
  const { outcomes, accounts } = rows;
  const difference = aucDifference({ one: suggested, other: current, outcomes, accounts }, { eventsLie: 'low', ...resampling });
  const { value, interval } = difference;
  if (events < fewestConfirming)
    return {
      id: 'exploratory-only',
      sentence: `Exploratory only: the confirmation set has ${events} accounts ${withOutcome <= without ? 'with' : 'without'} the outcome, and a verdict needs ${fewestConfirming}.`,
      difference,
      eventAccounts: withOutcome,
    };
  const isSupported = interval !== null && interval[0] > 0;
  return {
    id: isSupported ? 'supported' : 'not-supported',
    sentence: sentenceOf(isSupported, value, interval),
    difference,
    eventAccounts: withOutcome,
  };
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
