import { z } from 'zod';
import { identifier } from '../model/identifier.ts';
import { isoDate } from '../model/isoDate.ts';
import { model } from '../model/model.ts';
import { estimate, warning } from '../stats/Estimate.ts';
import { call } from './call.ts';
import { countedPart, evidenceBasis, evidenceOutcome, evidencePart, gate } from './evidenceBasis.ts';
import { informationValue, metricBin, metricEvidence, metricPlace, redundancyGroup } from './metricEvidence.ts';
import { proofSetSummary } from './proofSet.ts';
import { scorePerformance, scoreSlice } from './scorePerformance.ts';
import { scorer, scorerName } from './scorer.ts';

const count = z.number().int().min(0);
const seed = z.number().int().min(0).default(1);
/** Default: the study's first outcome. */
const outcome = identifier.optional();
/** Default: the current model. */
const scored = scorer.optional();
const modelAsked = z.union([identifier, model]).optional();

export const evidenceCalls = {
  'describe-proof': call({
    says: 'For each outcome what evidence can stand on: observations, accounts, dates, the confirmation set, and which gate applies.',
    input: z.strictObject({}),
    output: z.strictObject({
      outcomes: z.array(
        z.strictObject({
          outcome: evidenceOutcome,
          /** Null when no observation has a known outcome. */
          set: proofSetSummary.nullable(),
          gate,
          byDate: z.array(
            z.strictObject({ asOf: isoDate, known: count, events: count, unknown: count, notAtRisk: count, confirmation: z.boolean() }),
          ),
          /** Null when the study has no interventions. */
          treated: z.strictObject({ touched: count, untouched: count }).nullable(),
          notes: z.array(z.string()),
        }),
      ),
    }),
    progress: true,
    example: {},
  }),
  'measure-metrics': call({
    says: 'Every metric against one outcome: direction, AUC, Spearman, IV, mutual information, KS, missing, q-value, redundancy, leakage.',
    input: z.strictObject({
      outcome,
      model: modelAsked,
      /** Only so many, in the order of the definition, without what takes all of them; absent: all. For a screen that shows these meanwhile. */
      first: z.number().int().min(1).optional(),
      ...evidencePart.shape,
      seed,
    }),
    output: z.strictObject({
      basis: evidenceBasis,
      /** Of which observations; null: of all. Below 10 accounts on the scarcer side there are counts and rates alone. */
      part: countedPart.nullable(),
      /** False: of the first few. q-values, redundancy and what changes after the outcome are still to come. */
      isWhole: z.boolean(),
      /** Strongest link first. */
      metrics: z.array(metricEvidence),
      redundancy: z.array(redundancyGroup),
    }),
    progress: true,
    example: { outcome: 'churned' },
  }),
  'measure-metric': call({
    says: 'The outcome rate of a metric per bin, with intervals; at the cut points given, the curve’s own, or proposed ones.',
    input: z.strictObject({
      metric: identifier,
      outcome,
      model: modelAsked,
      /** Ascending; each bin holds its lower edge. Absent: those of the metric's steps, else proposed ones. */
      cuts: z.array(z.number()).max(50).optional(),
      ...evidencePart.shape,
      seed,
    }),
    output: z.strictObject({
      basis: evidenceBasis,
      metric: identifier,
      name: z.string(),
      unit: z.string().nullable(),
      valueType: z.enum(['number', 'category']),
      cuts: z.array(z.number()),
      /** Where the cuts come from. */
      cutsFrom: z.enum(['given', 'curve', 'proposed', 'categories']),
      /** Ascending, then missing. */
      bins: z.array(metricBin),
      rate: estimate,
      /** Null for outcomes that are numbers. */
      informationValue: informationValue.nullable(),
      monotone: z.boolean().nullable(),
      /** Every place of the metric in the model. */
      places: z.array(metricPlace),
      /** 1 % and 99 % points of the metric: the range a chart shows. */
      range: z.tuple([z.number(), z.number()]).nullable(),
      warnings: z.array(warning),
    }),
    progress: true,
    example: { metric: 'logins', outcome: 'churned', cuts: [5, 20] },
  }),
  'measure-score': call({
    says: 'A score against one outcome: rates per band and tenth, lift, gains, ROC, AUC, KS, calibration; beside a second score, paired.',
    input: z.strictObject({
      scorer: scored,
      /** A second score on the same observations. */
      against: scorer.optional(),
      outcome,
      ...evidencePart.shape,
      seed,
    }),
    output: z.strictObject({
      basis: evidenceBasis,
      scorer: scorerName,
      against: scorerName.nullable(),
      /** Of which observations; null: of all. Below 10 accounts on the scarcer side there are counts and rates alone. */
      part: countedPart.nullable(),
      score: scorePerformance,
      other: scorePerformance.nullable(),
      /** Score minus the second one, on the observations both give a score to. */
      difference: z
        .strictObject({
          observations: count,
          auc: estimate.nullable(),
          spearman: estimate.nullable(),
          pValue: z.number().nullable(),
          sentence: z.string(),
        })
        .nullable(),
    }),
    progress: true,
    example: { scorer: { model: 'health' }, against: { given: 'today' }, outcome: 'churned' },
  }),
  'measure-slices': call({
    says: 'A score against one outcome in each segment, with and without treated accounts, and with missing data handled both ways.',
    input: z.strictObject({ scorer: scored, outcome, seed }),
    output: z.strictObject({
      basis: evidenceBasis,
      scorer: scorerName,
      slices: z.array(
        z.strictObject({
          kind: z.enum(['all', 'segment', 'untreated', 'treated', 'missing-neutral', 'missing-redistribute']),
          /** Segment id, or the kind. */
          id: z.string(),
          name: z.string(),
          gate,
          slice: scoreSlice,
          /**
           * AUC of a part less that of all other observations; of missing data handled another way, less that of the same observations as the model
           * scores them. Null for the whole, for a number, and below 10 accounts on the scarcer side.
           */
          difference: estimate.nullable(),
          sentence: z.string().nullable(),
        }),
      ),
      /** AUC where missing metrics give their weight to the others less that where they count 50 points, paired. Null where nothing is compared. */
      redistributeAgainstNeutral: estimate.nullable(),
    }),
    progress: true,
    example: { outcome: 'churned' },
  }),
  'measure-outcomes': call({
    says: 'A score against several outcomes side by side, numbers too.',
    input: z.strictObject({ scorer: scored, against: scorer.optional(), outcomes: z.array(identifier).optional(), seed }),
    output: z.strictObject({
      scorer: scorerName,
      against: scorerName.nullable(),
      outcomes: z.array(
        z.strictObject({
          outcome: evidenceOutcome,
          /** Null with a sentence when nothing is known of the outcome. */
          basis: evidenceBasis.nullable(),
          score: scoreSlice.nullable(),
          other: scoreSlice.nullable(),
          sentence: z.string().nullable(),
        }),
      ),
    }),
    progress: true,
    example: { outcomes: ['churned', 'renewed'] },
  }),
  'list-wrong': call({
    says: 'The two ways of being wrong: green churners, or red renewers, with what the metrics had said and where they contradict each other.',
    input: z.strictObject({
      kind: z.enum(['green-churners', 'red-renewers']),
      model: modelAsked,
      outcome,
      treated: z.enum(['touched', 'untouched', 'unknown']).optional(),
      /** Only with a contradiction between groups of metrics. */
      conflictsOnly: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(50),
    }),
    output: z.strictObject({
      basis: evidenceBasis,
      /** The band, and what happened. */
      sentence: z.string(),
      total: count,
      accounts: count,
      totalRevenue: z.number(),
      /** Of all observations in that band. */
      ofBand: count,
      treatment: z.strictObject({ touched: count, untouched: count, unknown: count }),
      lines: z.array(
        z.strictObject({
          account: z.string(),
          name: z.string().nullable(),
          owner: z.string().nullable(),
          asOf: isoDate,
          segment: z.string(),
          score: z.number(),
          revenue: z.number().nullable(),
          treated: z.enum(['touched', 'untouched', 'unknown']),
          /** Every weighted metric, the largest contribution to being wrong first. */
          said: z.array(
            z.strictObject({
              leaf: identifier,
              metric: identifier,
              name: z.string(),
              unit: z.string().nullable(),
              value: z.union([z.number(), z.string(), z.null()]),
              points: z.number().nullable(),
              effectiveWeight: z.number(),
              says: z.enum(['healthy', 'middling', 'unhealthy', 'missing']),
            }),
          ),
          /** "Usage is healthy (92) while Sentiment is not (14)". */
          conflicts: z.array(z.string()),
        }),
      ),
    }),
    progress: true,
    example: { kind: 'green-churners', outcome: 'churned' },
  }),
};
