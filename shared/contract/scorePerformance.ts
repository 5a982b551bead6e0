import { z } from 'zod';
import { estimate, warning } from '../stats/Estimate.ts';
import { curvePoint, outcomeRate } from './evidenceBasis.ts';

const count = z.number().int().min(0);

/** Probability of the outcome's bad side against what happened, out of fold only. */
export const calibration = z.strictObject({
  method: z.enum(['platt', 'isotonic']),
  folds: count,
  brier: estimate,
  /** Of always saying the overall rate. */
  brierOfRate: z.number().nullable(),
  /** 1 - Brier / Brier of the rate: 0 or less is no better than the overall rate. */
  skill: z.number().nullable(),
  logLoss: z.number().nullable(),
  expectedError: z.number().nullable(),
  bins: z.array(z.strictObject({ predicted: z.number(), observed: estimate })),
  /** Mean predicted minus observed. */
  inTheLarge: estimate,
  /** Ideal: 1 and 0. */
  slope: estimate,
  intercept: estimate,
  warnings: z.array(warning),
});
export type Calibration = z.infer<typeof calibration>;

/** One score against one outcome. AUC, KS, lift and probability are of its bad side (of a good outcome: that it did not come true); rates are of the outcome. AUC above one half: the score does what it should. */
export const scorePerformance = z.strictObject({
  observations: count,
  accounts: count,
  /** Of them without a score: in no number but their own row of the bands. */
  withheld: count,
  auc: estimate.nullable(),
  gini: estimate.nullable(),
  ks: z.strictObject({ estimate, at: z.number().nullable() }).nullable(),
  liftWorstTenth: estimate.nullable(),
  /** Of a number: rank correlation. */
  spearman: estimate.nullable(),
  /** From worst to best, then withheld. */
  bands: z.array(
    z.strictObject({ band: z.string(), name: z.string(), from: z.number().nullable(), to: z.number().nullable(), ...outcomeRate.shape }),
  ),
  /** Lowest scores first; lift and gain are of the outcome's bad side; fifths when there are fewer than 200 observations. Null bounds when the scorer gives bands only. */
  tenths: z.array(
    z.strictObject({
      from: z.number().nullable(),
      to: z.number().nullable(),
      ...outcomeRate.shape,
      lift: estimate.nullable(),
      /** Share of all events that lie in this part and those before it, and that over the share of observations. */
      gain: estimate.nullable(),
      cumulativeLift: z.number().nullable(),
    }),
  ),
  /** (share of the others, share of the events) reached when counting from the lowest scores; events: the bad side of the outcome; thinned to at most 200 points. */
  roc: z.array(curvePoint),
  /** (share of observations, share of the events). */
  gains: z.array(curvePoint),
  /** Whether the rate falls steadily from worst to best band; null when a band is empty of observations, or accounts are too few to tell. */
  monotone: z.boolean().nullable(),
  calibration: calibration.nullable(),
  /** Why there is no calibration; null when there is. */
  withoutCalibration: z.string().nullable(),
  warnings: z.array(warning),
});
export type ScorePerformance = z.infer<typeof scorePerformance>;

/** The short form of a slice: a segment, treated accounts, another way with missing data, another outcome. */
export const scoreSlice = z.strictObject({
  observations: count,
  accounts: count,
  withheld: count,
  events: count.nullable(),
  eventAccounts: count.nullable(),
  rate: estimate,
  auc: estimate.nullable(),
  ks: estimate.nullable(),
  liftWorstTenth: estimate.nullable(),
  spearman: estimate.nullable(),
  bands: z.array(z.strictObject({ band: z.string(), ...outcomeRate.shape })),
});
export type ScoreSlice = z.infer<typeof scoreSlice>;
