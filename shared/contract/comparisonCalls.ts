import { z } from 'zod';
import { identifier } from '../model/identifier.ts';
import { isoDate } from '../model/isoDate.ts';
import { bandShape, model } from '../model/model.ts';
import { estimate, warning } from '../stats/Estimate.ts';
import { call } from './call.ts';
import { mover, moverKind } from './mover.ts';
import { proofSetSummary, scoreLine } from './proofSet.ts';
import { compared, scorer, scorerName } from './scorer.ts';
import { scoreOutline, shiftedBook } from './shiftedBook.ts';

const count = z.number().int().min(0);

/** A model as it was saved: written once. */
export const version = z.strictObject({
  id: identifier,
  name: z.string(),
  savedAt: z.string(),
  model: z.strictObject({ id: identifier, name: z.string() }),
  note: z.string().nullable(),
});
export type Version = z.infer<typeof version>;

/** A scorer as it is compared. A given score has the bands and cuts of the model it is read by. */
const comparedScorer = z.strictObject({
  ...scorerName.shape,
  /** From worst to best, without "withheld": what the rows (baseline) and columns (draft) of the migration are. */
  bands: z.array(z.strictObject({ id: z.string(), name: z.string(), colour: z.string(), shape: bandShape })),
  cuts: z.array(z.number()),
});

/** A score against a known outcome, with intervals. Of an outcome that is a number there are means and no AUC, KS or lift. */
export const scoreEvidence = z.strictObject({
  ...scorerName.shape,
  line: scoreLine,
  auc: estimate.nullable(),
  ks: estimate.nullable(),
  liftWorstTenth: estimate.nullable(),
  /** From worst to best, then withheld: the event rate, or the mean of the number. */
  bandRates: z.array(z.strictObject({ band: z.string(), rate: estimate })),
});
export type ScoreEvidence = z.infer<typeof scoreEvidence>;

/** The accounts that change band between two models and have a known outcome; `swapSentence` says each group for an executive. */
export const swapSet = z.strictObject({
  /** One way of moving: into the draft's worst band, out of the baseline's worst band, down, up. An observation can be in several. */
  groups: z.array(
    z.strictObject({
      id: z.enum(['newly-worst', 'no-longer-worst', 'worse', 'better']),
      /** "newly Red". */
      name: z.string(),
      observations: count,
      accounts: count,
      events: count,
      rate: estimate,
      /** The event rate of all other observations, and how much higher the group's is (difference of shares). */
      restRate: estimate,
      difference: estimate,
    }),
  ),
  warnings: z.array(warning),
  outcome: z.strictObject({ name: z.string(), polarity: z.enum(['bad', 'good']) }),
});
export type SwapSet = z.infer<typeof swapSet>;

/** One thing that differs between two models, in words. */
export const modelDifference = z.strictObject({
  what: z.enum(['weight', 'curve', 'missing', 'cuts', 'bands', 'segment', 'tree', 'rule']),
  where: z.string(),
  before: z.string(),
  after: z.string(),
});
export type ModelDifference = z.infer<typeof modelDifference>;

export const comparisonCalls = {
  'save-version': call({
    says: 'Saves a model as a version: a file that is never changed again.',
    input: z.strictObject({
      name: z.string().min(1),
      model: z.union([identifier, model]).optional(),
      note: z.string().optional(),
    }),
    output: version,
    progress: false,
    example: { name: 'before the Q3 recalibration' },
  }),
  'list-versions': call({
    says: 'The saved versions, newest first.',
    input: z.strictObject({}),
    output: z.strictObject({ versions: z.array(version) }),
    progress: false,
    example: {},
  }),
  'read-version': call({
    says: 'A saved version with its model.',
    input: z.strictObject({ id: identifier }),
    output: z.strictObject({ version, model }),
    progress: false,
    example: { id: 'v1' },
  }),
  'compare-models': call({
    says: 'Two models on one book, exactly: distribution, band shares and migration, by accounts and revenue, whole and by segment.',
    input: z.strictObject(compared),
    output: z.strictObject({
      asOf: isoDate,
      asOfDates: z.array(isoDate),
      currency: z.string().nullable(),
      baseline: comparedScorer,
      draft: comparedScorer,
      /** How the baseline's scores lie; null when it gives bands only. */
      outline: scoreOutline.nullable(),
      book: shiftedBook,
      segments: z.array(z.strictObject({ id: z.string(), name: z.string(), outline: scoreOutline.nullable(), book: shiftedBook })),
      differences: z.array(modelDifference),
      /** Sentences: what cannot be compared, and why. */
      notes: z.array(z.string()),
    }),
    progress: true,
    example: { baseline: { version: 'v1' }, draft: { model: 'health' } },
  }),
  'compare-evidence': call({
    says: 'Two models against a known outcome on the proof set: rates, AUC, KS and lift with intervals, their paired difference, and the swap set.',
    input: z.strictObject({
      baseline: scorer,
      draft: scorer,
      outcome: identifier.optional(),
      segment: z.string().optional(),
      seed: z.number().int().default(1),
    }),
    output: z.strictObject({
      set: proofSetSummary,
      baseline: scoreEvidence.nullable(),
      draft: scoreEvidence,
      /** Draft minus baseline, paired on the same observations. */
      aucDifference: estimate.nullable(),
      swapSet: swapSet.nullable(),
      notes: z.array(z.string()),
    }),
    progress: true,
    example: { baseline: { version: 'v1' }, draft: { model: 'health' }, outcome: 'churned' },
  }),
  'list-movers': call({
    says: 'A page of the accounts that move between two models, with the metric that moved them; or those of one cell of the migration.',
    input: z.strictObject({
      ...compared,
      kind: moverKind.default('largest'),
      /** Band ids: only accounts that were there, and are there now. */
      from: z.string().optional(),
      to: z.string().optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(100),
    }),
    output: z.strictObject({
      total: count,
      totalRevenue: z.number(),
      /** How many there are of each kind in the slice; told with the first page of those of no one cell. */
      counts: z.record(moverKind, count).nullable(),
      movers: z.array(mover),
    }),
    progress: true,
    example: { baseline: { version: 'v1' }, draft: { model: 'health' }, from: 'green', to: 'red' },
  }),
  'count-near-edges': call({
    says: 'How many accounts lie within some points of a band edge, and of each.',
    input: z.strictObject({
      model: z.union([identifier, model]).optional(),
      asOf: isoDate.optional(),
      segment: z.string().optional(),
      within: z.number().positive().default(2),
    }),
    output: z.strictObject({
      asOf: isoDate,
      within: z.number(),
      /** Near any edge; an account that is near two counts once. */
      accounts: count,
      revenue: z.number(),
      edges: z.array(
        z.strictObject({
          cut: z.number(),
          lower: z.string(),
          upper: z.string(),
          accountsBelow: count,
          revenueBelow: z.number(),
          accountsAbove: count,
          revenueAbove: z.number(),
        }),
      ),
    }),
    progress: true,
    example: { within: 2 },
  }),
  'reach-band': call({
    says: 'The smallest changes of an account’s metrics that would bring its score to a band: arithmetic on the score, not a promise.',
    input: z.strictObject({
      model: z.union([identifier, model]).optional(),
      asOf: isoDate.optional(),
      account: z.string(),
      band: identifier,
      limit: z.number().int().min(1).max(20).default(5),
    }),
    output: z.strictObject({
      score: z.number().nullable(),
      band: z.string(),
      /** Points to the band's lower edge; 0 when it is reached, null without a score. */
      needed: z.number().nullable(),
      /** The smallest changes of one metric, then of two, then of three, none of which holds another; each kind by effort. */
      ways: z.array(
        z.strictObject({
          changes: z.array(
            z.strictObject({
              /** Where the metric stands in the tree; null where only a cap or a segment's condition reads it. */
              leaf: identifier.nullable(),
              metric: identifier,
              name: z.string(),
              unit: z.string().nullable(),
              from: z.union([z.number(), z.string(), z.null()]),
              to: z.union([z.number(), z.string()]),
              /** By how much more (or less) the metric then adds to the score. */
              points: z.number(),
            }),
          ),
          score: z.number(),
          /**
           * Sum over the changed metrics of the change in their own standard deviations in the book (another category counts 1; becoming known
           * counts 1 and the distance from the median). No change of the same metrics within what was observed reaches the band for a hundredth less.
           */
          effort: z.number(),
        }),
      ),
      /** Why there is no way, or what one is worth: without the points that are needed. */
      sentence: z.string(),
    }),
    progress: true,
    example: { account: 'A-1', band: 'green' },
  }),
};
