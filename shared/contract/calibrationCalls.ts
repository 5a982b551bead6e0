import { z } from 'zod';
import { curve } from '../model/curve.ts';
import { identifier } from '../model/identifier.ts';
import { isoDate } from '../model/isoDate.ts';
import { model } from '../model/model.ts';
import { estimate, interval, warning } from '../stats/Estimate.ts';
import { call } from './call.ts';
import { evidenceBasis, outcomeRate } from './evidenceBasis.ts';
import { metricBin } from './metricEvidence.ts';
import { calibration } from './scorePerformance.ts';
import { scorer, scorerName } from './scorer.ts';
import { pairedAuc, suggestedThreshold, suggestedWeights, unfinishedWeights, verdict } from './suggestedWeights.ts';

const count = z.number().int().min(0);
const asked = { outcome: identifier.optional(), seed: z.number().int().min(0).default(1) };
const modelAsked = z.union([identifier, model]).optional();
/** Every fit leaves a run record in the study: the same id gives the same numbers. */
const kept = { run: z.string(), basis: evidenceBasis };
const bandRate = z.strictObject({ band: z.string(), name: z.string(), ...outcomeRate.shape });

export const calibrationCalls = {
  'suggest-weights': call({
    says: 'Weights the evidence would support: bounded, pulled towards the current ones, cross-validated, with stability ranges and a verdict.',
    input: z.strictObject({
      ...asked,
      model: modelAsked,
      /** Per cent of the whole score, by node id. */
      bounds: z
        .record(identifier, z.strictObject({ min: z.number().min(0).max(100).default(0), max: z.number().min(0).max(100).default(100) }))
        .default({}),
      /** Absent: the metrics, or the dimensions while the gate allows few weights. */
      level: z.enum(['metrics', 'dimensions']).optional(),
      /** Leaves or dimensions that may move; absent: all that are not locked. */
      free: z.array(identifier).optional(),
      resamples: z.number().int().min(0).max(2000).default(200),
      /** Opens the confirmation set for the verdict; counted. */
      openConfirmation: z.boolean().default(false),
    }),
    output: z.strictObject({ ...kept, suggestion: suggestedWeights, verdict }),
    partial: unfinishedWeights,
    progress: true,
    example: { outcome: 'churned', bounds: { nps: { min: 5, max: 30 } } },
  }),
  'suggest-thresholds': call({
    says: 'Band edges by Youden, cost ratio, capacity, target share or wanted separation, each with its range and the rates it would give.',
    input: z.strictObject({
      ...asked,
      model: modelAsked,
      /** What a missed churner costs, in units of a needless intervention; absent: 5, and not what `suggested` goes by. */
      costRatio: z.number().positive().optional(),
      /** Accounts of the book the team can work; absent: that way is left out. */
      capacity: z.number().int().min(1).optional(),
      /** Share of the accounts that should be flagged, 0..1. */
      targetShare: z.number().gt(0).lt(1).optional(),
      /** Wanted rate below over rate above. */
      separation: z.number().gt(1).optional(),
      resamples: z.number().int().min(0).max(2000).default(500),
    }),
    output: z.strictObject({
      ...kept,
      ways: z.array(suggestedThreshold),
      /** The bands as they are, on the same observations. */
      current: z.array(bandRate),
      /**
       * What a model with a threshold as its lowest edge would give: that of the separation asked for, else of the cost ratio, else Youden's. Null
       * when that would cross another edge.
       */
      suggested: z
        .strictObject({ way: suggestedThreshold.shape.way, cuts: z.array(z.number()), bands: z.array(bandRate), model })
        .nullable(),
      warnings: z.array(warning),
    }),
    progress: true,
    example: { outcome: 'churned', capacity: 40 },
  }),
  'suggest-curve': call({
    says: 'A steps curve for a metric from what happened: monotone bins of at least 5 % of the rows and 5 events each.',
    input: z.strictObject({
      ...asked,
      metric: identifier,
      /** Which way is healthier; absent: as the data say, and it is said. */
      direction: z.enum(['higher', 'lower']).optional(),
    }),
    output: z.strictObject({
      ...kept,
      /** Null when the data allow none; the sentence says why. */
      curve: curve.nullable(),
      bins: z.array(metricBin),
      informationValue: z.number().nullable(),
      sentence: z.string(),
      warnings: z.array(warning),
    }),
    progress: true,
    example: { metric: 'logins', outcome: 'churned' },
  }),
  'estimate-probability': call({
    says: 'From score to probability of the outcome within the horizon: per band and account, expected revenue at risk, and the backtest.',
    input: z.strictObject({
      ...asked,
      scorer: scorer.optional(),
      /** The book the probabilities are for; default the latest date. */
      asOf: isoDate.optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(1000).default(50),
    }),
    output: z.strictObject({
      ...kept,
      scorer: scorerName,
      asOf: isoDate,
      currency: z.string().nullable(),
      /** "within 90 days after the as-of date"; of a good outcome "of no "Renewed" within 90 days after the as-of date": risk is always of the bad side. */
      horizon: z.string(),
      calibration: calibration.nullable(),
      /** Null with a sentence when no probability can be given. */
      sentence: z.string().nullable(),
      /** Points of the score that double the odds along Platt's curve, whatever the method, and their 95 % interval; null without a curve. */
      pointsToDouble: z.number().nullable(),
      pointsToDoubleInterval: interval.nullable(),
      /** Score to probability, to draw: ascending scores, with the interval of the curve. */
      curve: z.array(z.strictObject({ score: z.number(), probability: z.number(), low: z.number(), high: z.number() })),
      bands: z.array(
        z.strictObject({
          band: z.string(),
          name: z.string(),
          accounts: count,
          revenue: z.number(),
          probability: estimate,
          /** Sum of probability x revenue. */
          atRisk: estimate,
        }),
      ),
      total: z.strictObject({ accounts: count, revenue: z.number(), atRisk: estimate }),
      /** The accounts of the book by expected revenue at risk. */
      accounts: z.array(
        z.strictObject({
          account: z.string(),
          name: z.string().nullable(),
          band: z.string(),
          score: z.number(),
          probability: z.number(),
          low: z.number(),
          high: z.number(),
          revenue: z.number().nullable(),
          atRisk: z.number().nullable(),
        }),
      ),
      /** Fitted on what was known at each date, against what then happened. */
      backtest: z.array(
        z.strictObject({
          asOf: isoDate,
          observations: count,
          trainedOn: count,
          predicted: z.number(),
          observed: estimate,
          auc: estimate.nullable(),
        }),
      ),
      /** "At the last backtest 15.0 % were predicted and 29.5 % observed." */
      backtestSentence: z.string(),
      warnings: z.array(warning),
    }),
    progress: true,
    example: { outcome: 'churned' },
  }),
  'run-challenger': call({
    says: 'A freer model on the same folds: what an explainable score costs, as a difference of AUC with an interval.',
    input: z.strictObject({ ...asked, model: modelAsked, kind: z.enum(['splines', 'pairs']).default('splines') }),
    output: z.strictObject({
      ...kept,
      kind: z.enum(['splines', 'pairs']),
      /** `suggested` is the challenger. Null when the gate is closed. */
      auc: pairedAuc.nullable(),
      terms: count,
      penalty: z.number().nullable(),
      sentence: z.string(),
      warnings: z.array(warning),
    }),
    progress: true,
    example: { outcome: 'churned' },
  }),
  'confirm-version': call({
    says: 'Opens the confirmation set for a saved version: its AUC there, and against a second score; the opening is counted.',
    input: z.strictObject({ ...asked, version: identifier, against: scorer.optional() }),
    output: z.strictObject({
      ...kept,
      version: scorerName,
      against: scorerName.nullable(),
      /** How often the set has been opened, this one included. */
      openings: count,
      auc: estimate.nullable(),
      otherAuc: estimate.nullable(),
      bands: z.array(bandRate),
      verdict,
    }),
    progress: true,
    example: { version: 'v2', against: { version: 'v1' } },
  }),
  'list-runs': call({
    says: 'The run records of this study, newest first.',
    input: z.strictObject({}),
    output: z.strictObject({
      runs: z.array(
        z.strictObject({
          run: z.string(),
          call: z.string(),
          at: z.string(),
          outcome: identifier,
          /** Whether the observations are still those of the run. */
          sameData: z.boolean(),
        }),
      ),
    }),
    progress: true,
    example: {},
  }),
  'repeat-run': call({
    says: 'Makes a recorded run again and says whether every number is the same to the last digit.',
    input: z.strictObject({ run: z.string().regex(/^[0-9a-f]{16}$/) }),
    output: z.strictObject({
      run: z.string(),
      same: z.boolean(),
      sameData: z.boolean(),
      differences: z.array(z.string()),
      /** Why it was not made again; null when it was. */
      sentence: z.string().nullable(),
    }),
    progress: true,
    example: { run: '0123456789abcdef' },
  }),
  'write-evidence': call({
    says: 'Writes the evidence of a model as one HTML page: every number with its n, interval, dates and the openings of the confirmation set.',
    input: z.strictObject({ ...asked, path: z.string().min(1), scorer: scorer.optional(), against: scorer.optional() }),
    output: z.strictObject({ path: z.string() }),
    progress: true,
    example: { path: 'evidence.html' },
  }),
  'export-model': call({
    says: 'Writes a model as JSON: tree, curves with their frozen references, bands, segments; it can be imported again.',
    input: z.strictObject({ path: z.string().min(1), scorer: scorer.optional() }),
    output: z.strictObject({ path: z.string(), model: scorerName }),
    progress: false,
    example: { path: 'health.json' },
  }),
};
