import { z } from 'zod';
import { identifier } from '../model/identifier.ts';
import { isoDate } from '../model/isoDate.ts';
import { definitionDocument } from '../model/study.ts';
import { call } from './call.ts';
import { table } from './sourceCalls.ts';

const count = z.number().int().min(0);

/** One thing the data report says, in plain words, with its numbers. */
export const finding = z.strictObject({
  code: z.enum([
    'definition-incomplete',
    'repeated-keys',
    'rows-without-account',
    'accounts-without-rows',
    'near-miss-keys',
    'rows-before-account',
    'rows-outside-parent',
    'flag-contradicts-events',
    'future-dates',
    'unconverted-cells',
    'rejected-rows',
    'constant-column',
    'not-known-in-time',
    'window-not-covered',
    'ends-before-start',
    'outcome-unreadable',
  ]),
  severity: z.enum(['problem', 'warning', 'note']),
  sentence: z.string(),
  source: identifier.nullable(),
  column: z.string().nullable(),
  count: count.nullable(),
  of: count.nullable(),
  /** A few keys or values, to look up. */
  examples: z.array(z.string()),
});
export type Finding = z.infer<typeof finding>;

/** One as-of date: who was observed, who was excluded and why, and what is known of the outcomes. */
export const asOfSummary = z.strictObject({
  asOf: isoDate,
  observations: count,
  /** Accounts that had not started or had ended by then. */
  outsideLifetime: count,
  excluded: z.array(z.strictObject({ id: identifier, name: z.string(), accounts: count })),
  outcomes: z.array(z.strictObject({ id: identifier, known: count, yes: count, unknown: count, notAtRisk: count })),
});
export type AsOfSummary = z.infer<typeof asOfSummary>;

export const metricProfile = z.strictObject({
  metric: identifier,
  asOf: isoDate,
  observations: count,
  missing: count,
  distinct: count,
  min: z.number().nullable(),
  max: z.number().nullable(),
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  /** 1, 5, 25, 50, 75, 95, 99 %. */
  quantiles: z.array(z.number()).nullable(),
  /** Number metrics: equal bins between the 1 % and 99 % points; the outer bins hold what lies outside. */
  histogram: z.array(z.strictObject({ from: z.number(), to: z.number(), count })),
  /** Category metrics, most frequent first. */
  categories: z.array(z.strictObject({ value: z.string(), count })),
});
export type MetricProfile = z.infer<typeof metricProfile>;

export const observationCalls = {
  'propose-definition': call({
    says: 'Proposes roles, links, shapes, metrics and an outcome where there are none, from names and content; nothing is changed.',
    input: z.strictObject({}),
    output: z.strictObject({ document: definitionDocument, because: z.array(z.string()) }),
    progress: true,
    example: {},
  }),
  'report-study': call({
    says: 'What is there and what is inconsistent, in plain words.',
    input: z.strictObject({}),
    output: z.strictObject({
      sources: z.array(
        z.strictObject({
          source: identifier,
          name: z.string(),
          records: count,
          loaded: count,
          rejected: count,
          unconverted: count,
          from: isoDate.nullable(),
          to: isoDate.nullable(),
          accounts: count.nullable(),
        }),
      ),
      findings: z.array(finding),
    }),
    progress: true,
    example: {},
  }),
  'summarise-observations': call({
    says: 'Observations, exclusions and known outcomes per as-of date.',
    input: z.strictObject({}),
    output: z.strictObject({ asOf: z.array(asOfSummary) }),
    progress: true,
    example: {},
  }),
  'profile-metric': call({
    says: 'Distribution of a metric over the book of one as-of date.',
    input: z.strictObject({ metric: identifier, asOf: isoDate.optional(), bins: z.number().int().min(5).max(200).default(40) }),
    output: metricProfile,
    progress: true,
    example: { metric: 'tenure' },
  }),
  'trace-metric': call({
    says: "The source rows behind one account's metric at one as-of date.",
    input: z.strictObject({
      metric: identifier,
      account: z.string(),
      asOf: isoDate.optional(),
      limit: z.number().int().min(1).max(1000).default(50),
    }),
    output: z.strictObject({ sentence: z.string(), source: identifier.nullable(), freshness: isoDate.nullable(), rows: table }),
    progress: false,
    example: { metric: 'logins', account: 'A-1' },
  }),
  'export-observations': call({
    says: 'Writes the observations (every as-of date, or one) to a CSV, Parquet or XLSX file.',
    input: z.strictObject({ path: z.string().min(1), asOf: isoDate.optional() }),
    output: z.strictObject({ path: z.string(), rows: count }),
    progress: true,
    example: { path: 'observations.parquet' },
  }),
};
