import { z } from 'zod';
import { identifier } from '../model/identifier.ts';
import { model } from '../model/model.ts';
import { estimate, interval, warning } from '../stats/Estimate.ts';

const count = z.number().int().min(0);

/**
 * What the evidence allows to be said of a score against another. `not-opened`: the confirmation set was left closed. `not-compared`: it was
 * opened, and there is no second score to be better than.
 */
export const verdict = z.strictObject({
  id: z.enum(['supported', 'not-supported', 'exploratory-only', 'not-opened', 'not-compared']),
  /** "Supported on data not used to fit it", without a full stop. */
  headline: z.string(),
  /** Why: one or more whole sentences. */
  reason: z.string(),
  /** The how-many-eth opening of this confirmation set it was judged by; the more there were, the wider the interval it takes. Null while it is closed. */
  opening: z.number().int().min(1).nullable(),
  /** AUC of the score minus that of the other on the confirmation set, as scored, with its 95 % interval; null while it is closed. */
  difference: estimate.nullable(),
  /** Distinct accounts with the outcome in the confirmation set. */
  eventAccounts: count.nullable(),
});
export type Verdict = z.infer<typeof verdict>;

/** Two models on the same held-out observations. */
export const pairedAuc = z.strictObject({ current: estimate, suggested: estimate, difference: estimate });
export type PairedAuc = z.infer<typeof pairedAuc>;

/** One weight that was fitted. Weights are per cent of the whole score. */
export const suggestedWeight = z.strictObject({
  /** A metric in the tree, or a dimension when only those were fitted. */
  node: identifier,
  name: z.string(),
  current: z.number(),
  suggested: z.number(),
  /** 95 % stability range over resampled accounts: how much the suggestion itself varies, not a confidence interval of a truth. */
  stability: interval.nullable(),
  minimum: z.number(),
  maximum: z.number(),
  locked: z.boolean(),
  /** Of its points on their own, oriented: above one half does what it should. */
  auc: estimate.nullable(),
  /** What stands out: pushed to 0 by the sign, says the same as another, can be retired, held by a bound. */
  state: z.enum(['fitted', 'locked', 'refused-sign', 'redundant', 'retire', 'at-minimum', 'at-maximum', 'constant', 'all-missing']),
  sentence: z.string().nullable(),
  missing: count,
});
export type SuggestedWeight = z.infer<typeof suggestedWeight>;

/** Weights the evidence would support, with everything needed to doubt them. */
export const suggestedWeights = z.strictObject({
  level: z.enum(['metrics', 'dimensions']),
  weights: z.array(suggestedWeight),
  /** Strength of the pull towards the current weights, chosen by cross-validation, and the log loss of each that was tried. */
  pull: z.strictObject({
    chosen: z.number(),
    tried: z.array(z.strictObject({ pull: z.number(), logLoss: z.number(), standardError: z.number() })),
  }),
  /** Null when a single date or too few events leave nothing to hold out that way. */
  outOfFold: pairedAuc.nullable(),
  outOfTime: pairedAuc.nullable(),
  folds: z.strictObject({ count, skipped: count, gapDays: count.nullable() }),
  /** What the bounds and locks cost against a free fit; null without bounds. */
  priceOfBounds: z
    .strictObject({ objective: z.number(), freeObjective: z.number(), auc: z.number().nullable(), sentence: z.string() })
    .nullable(),
  resamples: z.strictObject({ count, skipped: count }),
  eventsPerWeight: z.number(),
  warnings: z.array(warning),
  /** The model with the suggested weights, to be taken as a draft; null when there is nothing to suggest. */
  model: model.nullable(),
});
export type SuggestedWeights = z.infer<typeof suggestedWeights>;

/** Weights as they were fitted, while it is worked out how much they vary and how they do on data that had no part in them. */
export const unfinishedWeights = suggestedWeights.pick({ level: true, weights: true }).extend({
  /** Whether the stability ranges are there; before, what a weight is said to be can change with them. */
  hasRanges: z.boolean(),
});
export type UnfinishedWeights = z.infer<typeof unfinishedWeights>;

/** What flagging scores below a threshold did, or would have done. */
export const flagging = z.strictObject({
  truePositives: count,
  falsePositives: count,
  falseNegatives: count,
  trueNegatives: count,
  sensitivity: z.number().nullable(),
  specificity: z.number().nullable(),
  precision: z.number().nullable(),
  flagged: count,
  flaggedShare: z.number(),
  rateBelow: estimate,
  rateFrom: estimate,
});
export type Flagging = z.infer<typeof flagging>;

/** Sign-off of one way to choose a threshold. Flagged = score below it. */
export const suggestedThreshold = z.strictObject({
  way: z.enum(['youden', 'cost', 'capacity', 'target-share', 'separation']),
  /** "Youden: most of both", "Red = the 40 accounts the team can work". */
  name: z.string(),
  /** Null when this way gives none; the sentence says why. */
  threshold: z.number().nullable(),
  /** 90 % of resampled accounts give a threshold in here. */
  range: interval.nullable(),
  /** On the observations that chose it, so rather too good; a mix is chosen by no outcome. */
  table: flagging.nullable(),
  /** On accounts that had no part in choosing: each fold is flagged by the threshold of the others. Null of a mix, and where too little is left to choose from. */
  outOfFold: z
    .strictObject({
      table: flagging,
      /** Folds that were judged, and those left out because the others gave no threshold. */
      folds: z.strictObject({ count, skipped: count }),
      /** Lowest and highest threshold of the folds. */
      thresholds: interval,
    })
    .nullable(),
  sentence: z.string(),
  warnings: z.array(warning),
});
export type SuggestedThreshold = z.infer<typeof suggestedThreshold>;
