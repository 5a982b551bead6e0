import { z } from 'zod';
import { curve } from '../model/curve.ts';
import { identifier } from '../model/identifier.ts';
import { isoDate } from '../model/isoDate.ts';
import { model } from '../model/model.ts';
import { definitionDocument } from '../model/study.ts';
import { call } from './call.ts';
import { cell } from './sourceCalls.ts';

const count = z.number().int().min(0);

/** Which model, at which as-of date. Default: the current model, the latest date. A whole model may be given: a draft. */
const scored = { model: z.union([identifier, model]).optional(), asOf: isoDate.optional() };

const bandShare = z.strictObject({
  /** Band id, or `withheld`. */
  band: z.string(),
  accounts: count,
  revenue: z.number(),
});
export type BandShare = z.infer<typeof bandShare>;

/** The scored book in numbers. */
export const scoredBook = z.strictObject({
  asOf: isoDate,
  asOfDates: z.array(isoDate),
  model: z.strictObject({ id: identifier, name: z.string() }),
  accounts: count,
  revenue: z.number(),
  currency: z.string().nullable(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  withheld: count,
  /** Accounts whose band is the same whatever the missing metrics turn out to be. */
  bandCertain: count,
  /** Fixed bins over 0..100; every cut point is an edge. Withheld accounts are in none. */
  histogram: z.array(z.strictObject({ from: z.number(), to: z.number(), accounts: count, revenue: z.number() })),
  /** Worst to best, then `withheld`. */
  bands: z.array(bandShare),
  /** In order of precedence, then `base` for accounts that match none. */
  segments: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      accounts: count,
      revenue: z.number(),
      mean: z.number().nullable(),
      bands: z.array(bandShare),
      /** Its part of each bin of the book's histogram. */
      histogram: z.array(z.strictObject({ accounts: count, revenue: z.number() })),
    }),
  ),
  exclusions: z.array(z.strictObject({ id: identifier, name: z.string(), accounts: count })),
});
export type ScoredBook = z.infer<typeof scoredBook>;

/** A line of the worklist. */
export const scoredAccount = z.strictObject({
  account: z.string(),
  name: z.string().nullable(),
  owner: z.string().nullable(),
  segment: z.string(),
  score: z.number().nullable(),
  band: z.string(),
  coverage: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  bandCertain: z.boolean(),
  revenue: z.number().nullable(),
  renewal: isoDate.nullable(),
  renewalDays: z.number().nullable(),
  /** The metric that costs the most points against its curve's best: leaf id, and points of the score lost. */
  reason: identifier.nullable(),
  reasonPoints: z.number().nullable(),
  attributes: z.record(z.string(), cell),
});
export type ScoredAccount = z.infer<typeof scoredAccount>;

/** What the worklist is ordered by; `account.<column>` is an attribute of the account. */
export const accountOrder = z.union([
  z.enum(['account', 'name', 'owner', 'segment', 'score', 'band', 'coverage', 'revenue', 'renewal', 'reason']),
  z.templateLiteral(['account.', z.string().min(1)]),
]);

/** What of the book is seen: all conditions must hold. */
const view = {
  bands: z.array(z.string()).optional(),
  segments: z.array(z.string()).optional(),
  owners: z.array(z.string()).optional(),
  renewalWithinDays: z.number().int().min(0).optional(),
  scoreFrom: z.number().optional(),
  scoreBelow: z.number().optional(),
  /** Filter text over metrics and account columns. */
  where: z.string().optional(),
  /** Found anywhere in key, name or owner, ignoring case. */
  search: z.string().optional(),
  orderBy: accountOrder.default('score'),
  descending: z.boolean().default(false),
};

export const explanationNode = z.strictObject({
  id: identifier,
  name: z.string(),
  kind: z.enum(['group', 'metric']),
  depth: z.number().int(),
  /** Share among the siblings that count for this account, and of the whole score; 0 when it does not count. */
  share: z.number(),
  effectiveWeight: z.number(),
  /** Node value 0..100; null when it does not count. */
  value: z.number().nullable(),
  /** Points of the score it earns: effectiveWeight * value. The leaves' contributions add up to the score before rescaling and caps. */
  contribution: z.number().nullable(),
  /** Points of the score it could earn at its best. */
  possible: z.number(),
  metric: z
    .strictObject({
      metric: identifier,
      unit: z.string().nullable(),
      raw: z.union([z.number(), z.string(), z.null()]),
      points: z.number().nullable(),
      /** `present`, or what the missing policy did. */
      state: z.enum(['present', 'redistributed', 'neutral', 'worst', 'withholds', 'observed-only']),
      curve,
      source: identifier.nullable(),
      sourceName: z.string().nullable(),
      /** Latest row date behind the value. */
      freshness: isoDate.nullable(),
      sentence: z.string(),
    })
    .nullable(),
});
export type ExplanationNode = z.infer<typeof explanationNode>;

export const explanation = z.strictObject({
  account: z.string(),
  name: z.string().nullable(),
  asOf: isoDate,
  segment: z.strictObject({ id: z.string(), name: z.string() }),
  owner: z.string().nullable(),
  revenue: z.number().nullable(),
  renewal: isoDate.nullable(),
  attributes: z.record(z.string(), cell),
  score: z.number().nullable(),
  /** Before rescaling and caps. */
  rolledUp: z.number().nullable(),
  band: z.string(),
  coverage: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  bandCertain: z.boolean(),
  /** Sentences: withheld and why, caps applied, rescaling. */
  notes: z.array(z.string()),
  /** Share of the segment's scored accounts with a lower score. */
  rankInSegment: z.number().nullable(),
  nodes: z.array(explanationNode),
});
export type Explanation = z.infer<typeof explanation>;

export const scoringCalls = {
  'score-book': call({
    says: 'Scores every account of one as-of date: distribution, bands and segments, by accounts and revenue.',
    input: z.strictObject(scored),
    output: scoredBook,
    progress: true,
    example: {},
  }),
  'list-accounts': call({
    says: 'A page of the worklist: scored accounts, sorted and filtered.',
    input: z.strictObject({
      ...scored,
      ...view,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(100),
    }),
    output: z.strictObject({ total: count, totalRevenue: z.number(), accounts: z.array(scoredAccount), owners: z.array(z.string()) }),
    progress: true,
    example: { bands: ['red'], orderBy: 'revenue', descending: true },
  }),
  'explain-account': call({
    says: 'Why one account scores as it does, to the exact sum.',
    input: z.strictObject({ ...scored, account: z.string() }),
    output: explanation,
    progress: true,
    example: { account: 'A-1' },
  }),
  'freeze-references': call({
    says: 'Freezes percentile and z-score references of a model from the book, and returns the model; per segment where asked. Nothing is saved.',
    input: z.strictObject({ ...scored, leaves: z.array(identifier).optional(), perSegment: z.boolean().default(false) }),
    output: z.strictObject({ model, notices: z.array(z.string()) }),
    progress: true,
    example: {},
  }),
  'export-scores': call({
    says: 'Writes the scored accounts that are seen to a CSV, Parquet or XLSX file.',
    input: z.strictObject({ ...scored, ...view, path: z.string().min(1) }),
    output: z.strictObject({ path: z.string(), rows: count }),
    progress: true,
    example: { path: 'scores.csv' },
  }),
  'list-templates': call({
    says: 'The model templates that come with Plumbline: metrics, curves, weights and bands, ready to be matched with sources.',
    input: z.strictObject({}),
    output: z.strictObject({
      templates: z.array(
        z.strictObject({ id: identifier, name: z.string(), objective: z.string(), about: z.string(), document: definitionDocument }),
      ),
    }),
    progress: false,
    example: {},
  }),
};
