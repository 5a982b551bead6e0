import { z } from 'zod';
import { identifier } from './identifier.ts';
import { isoDate } from './isoDate.ts';
import { metric } from './metric.ts';
import { outcome } from './outcome.ts';
import { reading } from './reading.ts';
import { refuseRepeatedIds } from './refuseRepeatedIds.ts';

/** A value of the account: a column of its row, or a metric. */
export const accountValue = z.union([z.strictObject({ column: z.string() }), z.strictObject({ metric: identifier })]);
export type AccountValue = z.infer<typeof accountValue>;

/** Which source holds the accounts, and what its columns mean. */
export const accountRole = z.strictObject({
  source: identifier,
  key: z.string(),
  name: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  owner: z.string().optional(),
  /** Yearly revenue, for revenue-weighted shares. */
  revenue: accountValue.optional(),
  currency: z.string().optional(),
  /** The next renewal: a date column, or a metric that gives days until it. */
  renewal: accountValue.optional(),
  /** A flag on the account row that says an outcome happened (a filter text: "churn_flag", "status = 'churned'"); the report holds it against the dated rows. */
  flag: z.strictObject({ where: z.string().min(1), outcome: identifier }).optional(),
  /** Columns offered for segments, filters and the worklist. */
  attributes: z.array(z.string()).default([]),
});
export type AccountRole = z.infer<typeof accountRole>;

/** Accounts that do not count; the first exclusion that holds is the one counted. */
export const exclusion = z.strictObject({ id: identifier, name: z.string().min(1), where: z.string().min(1) });
export type Exclusion = z.infer<typeof exclusion>;

/** The dates metrics are computed for. Absent bounds come from the data. */
export const asOfDates = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('list'), dates: z.array(isoDate).min(1) }),
  z.strictObject({ kind: z.literal('month-ends'), from: isoDate, to: isoDate }),
  z.strictObject({
    kind: z.literal('quarter-ends'),
    from: isoDate,
    to: isoDate,
    fiscalYearStartMonth: z.number().int().min(1).max(12).default(1),
  }),
]);
export type AsOfDates = z.infer<typeof asOfDates>;

/** Scores or bands of the tool in use today: a model without curves. Undated (no `date`): the book only, never evidence. */
export const givenScore = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  source: identifier,
  column: z.string(),
  date: z.string().optional(),
  kind: z.enum(['score', 'band']).default('score'),
});
export type GivenScore = z.infer<typeof givenScore>;

/** Dated actions of the team; the source's link and date say which account and when. */
export const interventions = z.strictObject({
  source: identifier,
  kind: z.string().optional(),
  withinDays: z.number().int().positive().default(90),
});
export type Interventions = z.infer<typeof interventions>;

/** How the sources become observations: the part of the study that DEFINITION.json carries. Ids are unique within each list. */
export const definition = z
  .strictObject({
    account: accountRole.optional(),
    readings: z.array(reading).default([]),
    population: z.array(exclusion).default([]),
    asOf: asOfDates.optional(),
    metrics: z.array(metric).default([]),
    outcomes: z.array(outcome).default([]),
    givenScores: z.array(givenScore).default([]),
    interventions: interventions.optional(),
  })
  .superRefine((one, context) => {
    refuseRepeatedIds(
      one.readings.map((each) => each.source),
      'readings',
      context,
    );
    for (const list of ['population', 'metrics', 'outcomes', 'givenScores'] as const)
      refuseRepeatedIds(
        one[list].map((each) => each.id),
        list,
        context,
      );
  });
export type Definition = z.infer<typeof definition>;

export const emptyDefinition: Definition = { readings: [], population: [], metrics: [], outcomes: [], givenScores: [] };
