/** Everything a statistic may say about itself, each with the sentence the analyst reads. */
export const warningSentences = {
  CONSTANT: 'The value is the same for every observation.',
  ALL_MISSING: 'The value is missing for every observation.',
  SINGLE_CLASS: 'All observations had the same outcome; nothing can be told apart.',
  FEW_EVENTS: 'Too few accounts with (or without) the outcome for more than counts.',
  UNDER_50_EVENTS: 'Fewer than 50 accounts with (or without) the outcome: read the interval, not the number.',
  PERFECT_SEPARATION: 'The value separates the outcome perfectly in these data; an interval would be misleading.',
  TIE_AT_BOUNDARY: 'A boundary between groups falls among equal values; ties are broken by account.',
  CLUSTERED: 'Accounts repeat in these observations; intervals go by account.',
  RESAMPLES_SKIPPED: 'Some resamples held one class only and were skipped.',
  TOO_MANY_RESAMPLES_SKIPPED: 'More than 5 % of the resamples held one class only; there is no interval.',
  TUNED_ON_THESE_DATA: 'Weights or curves were tuned on these data; this is not proof.',
  CURVES_TUNED_ON_THESE_DATA:
    'A curve was drawn from outcomes of these very observations and is not as it was suggested of them, so it cannot be drawn anew inside the folds: also numbers out of fold are too good; those of the confirmation set are not.',
  WEIGHTS_TUNED_ON_THESE_DATA:
    'The weights were suggested from what happened to these very observations and are taken as they are inside the folds and at the dates of a backtest: also numbers out of fold are too good; those of the confirmation set are not.',
  SMALL_N_APPROXIMATE: 'With so few observations the p-value is approximate.',
  ZERO_CELL: 'A cell without events or without non-events was smoothed by adding one half to every cell.',
  CHECK_FOR_LEAKAGE: 'This is better than metrics usually are; check that the value was known before the outcome.',
  CLOCK_COLUMN: 'The value grows with time by itself; a link with the outcome may be the calendar.',
  CALIBRATION_INVERTED: 'The risk rises with the score; no probability is derived from it.',
  NOT_CONVERGED: 'A fit of weights gave up before it came to a minimum; do not rely on these weights.',
  NO_SIGNAL: 'No metric goes with the outcome in the stated direction; the weights stay as they are.',
  FEW_EVENTS_PER_WEIGHT: 'Fewer than 10 events for each fitted weight; expect the weights to vary.',
  WIDE_OVERLAP: 'The intervals of neighbouring groups overlap entirely.',
  FEW_CLUSTERS: 'Fewer than 20 accounts: an interval by account is too narrow.',
  THIN_BAND: 'A band holds fewer than 10 accounts or fewer than 5 with the outcome.',
  MIX_TUNED: 'This tunes how many accounts are flagged, not what the evidence says of them.',
  NOT_MONOTONE: 'The observed rate does not fall steadily as the score rises.',
} as const;

export type Warning = keyof typeof warningSentences;
