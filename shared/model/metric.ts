import { z } from 'zod';
import { identifier } from './identifier.ts';

/** How many rows become one value. `share` = rows matching `matching` / rows. `trend` = window / window before - 1. `slope` per 30 days. */
export const windowAggregate = z.enum([
  'count',
  'distinct',
  'sum',
  'mean',
  'min',
  'max',
  'last',
  'days-since-last',
  'share',
  'trend',
  'slope',
]);
export type WindowAggregate = z.infer<typeof windowAggregate>;

export const inForceAggregate = z.enum(['count', 'distinct', 'sum', 'mean', 'min', 'max', 'share', 'days-until-end', 'last']);
export type InForceAggregate = z.infer<typeof inForceAggregate>;

const rows = {
  source: identifier,
  column: z.string().optional(),
  /** Filter text: rows that count. */
  where: z.string().optional(),
  /** Filter text: the numerator of `share`. */
  matching: z.string().optional(),
};

export const metricValue = z.discriminatedUnion('kind', [
  /** A column of the account row, or of a snapshot linked to it. */
  z.strictObject({ kind: z.literal('column'), source: identifier, column: z.string() }),
  /** The last panel value known at the as-of date; older than `staleAfterDays` is missing. */
  z.strictObject({
    kind: z.literal('latest'),
    source: identifier,
    column: z.string(),
    where: z.string().optional(),
    staleAfterDays: z.number().int().positive().optional(),
  }),
  /** An aggregate over the rows dated in (as-of - windowDays, as-of]; null = all history. */
  z.strictObject({
    kind: z.literal('window'),
    ...rows,
    aggregate: windowAggregate,
    windowDays: z.number().int().positive().nullable(),
    /** Date column to count over, when not the source's own ("subscriptions ended in the window"). */
    dateColumn: z.string().optional(),
    /** Exponential decay x * 0.5^(age / half-life); count, sum and mean only. */
    halfLifeDays: z.number().positive().optional(),
  }),
  /** An aggregate over the interval rows in force at the as-of date. */
  z.strictObject({ kind: z.literal('in-force'), ...rows, aggregate: inForceAggregate }),
  /** Days from the account's start to the as-of date. */
  z.strictObject({ kind: z.literal('tenure') }),
  /** + - * / over other metrics; missing if an operand is, x/0 missing. */
  z.strictObject({ kind: z.literal('formula'), formula: z.string().min(1) }),
]);
export type MetricValue = z.infer<typeof metricValue>;

/** One value per observation. */
export const metric = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  description: z.string().optional(),
  unit: z.string().optional(),
  /** Which way is healthier, before any curve says more. */
  direction: z.enum(['higher', 'lower', 'neither']).default('higher'),
  valueType: z.enum(['number', 'category']).default('number'),
  value: metricValue,
  /** Divided by this metric; missing when that is 0 or missing. */
  per: identifier.optional(),
  /** Account younger than the window: the value as is, divided by the share of the window it lived, or missing. */
  youngAccounts: z.enum(['as-is', 'per-day', 'missing']).default('as-is'),
  /** How the gaps of its written definition were settled. */
  note: z.string().optional(),
});
export type Metric = z.infer<typeof metric>;
