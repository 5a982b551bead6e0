import { z } from 'zod';
import { identifier } from './identifier.ts';
import { isoDate } from './isoDate.ts';

/** From when a column's value was known. Values known only after the as-of date are missing at that date. */
export const knownFrom = z.discriminatedUnion('kind', [
  /** The row's own date (events, panels), or the start of the interval. */
  z.strictObject({ kind: z.literal('row-date') }),
  /** The day in another column: `closed_at` for a resolution time. */
  z.strictObject({ kind: z.literal('column'), column: z.string() }),
  /** Declared never to change. The declaration is printed beside every evidence number. */
  z.strictObject({ kind: z.literal('always') }),
  /** The day of the export. */
  z.strictObject({ kind: z.literal('export') }),
]);
export type KnownFrom = z.infer<typeof knownFrom>;

/** What one row of the source is. */
export const shape = z.discriminatedUnion('kind', [
  /** One row per account, taken on one day. */
  z.strictObject({ kind: z.literal('snapshot'), takenOn: isoDate.optional() }),
  /** One row per account and period. */
  z.strictObject({ kind: z.literal('panel'), date: z.string() }),
  /** Dated rows: usage, tickets, invoices, surveys. */
  z.strictObject({ kind: z.literal('events'), date: z.string() }),
  /** Valid from - to: subscriptions, contracts. An empty `to` is open. */
  z.strictObject({ kind: z.literal('intervals'), from: z.string(), to: z.string(), toInclusive: z.boolean().default(false) }),
]);
export type Shape = z.infer<typeof shape>;

/** How the rows of a source reach the account: `column` holds the key of `to`, the account source or one that is itself linked. */
export const link = z.strictObject({
  column: z.string(),
  to: identifier,
  /** Key column in `to`; default the account key, or the unique key declared there. */
  toColumn: z.string().optional(),
});
export type Link = z.infer<typeof link>;

/** What the analyst says of one source. */
export const reading = z.strictObject({
  source: identifier,
  shape,
  link: link.optional(),
  /** A column declared unique, and what happens to rows that repeat it. */
  uniqueKey: z.string().optional(),
  repeatedKeys: z.enum(['all', 'first', 'last']).default('all'),
  /** Exceptions to the default: row-date for panels, events and intervals; export for snapshots. */
  knownFrom: z.record(z.string(), knownFrom).default({}),
  /** Days the source reaches over, both inclusive. Default: first to last date in the data. */
  covers: z.strictObject({ from: isoDate, to: isoDate }).optional(),
  /** Overrides the source's day of export. */
  exportedOn: isoDate.optional(),
  /** An account without any row known at the as-of date counts as zero, or as missing. */
  unseenAccounts: z.enum(['missing', 'zero']).default('missing'),
  /** Account source with several rows per key: how each column becomes one value; default `latest` (last row in the file). */
  collapse: z.record(z.string(), z.enum(['sum', 'max', 'min', 'any', 'latest'])).optional(),
});
export type Reading = z.infer<typeof reading>;
