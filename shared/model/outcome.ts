import { z } from 'zod';
import { identifier } from './identifier.ts';
import { isoDate } from './isoDate.ts';

const dated = { source: identifier, where: z.string().optional(), dateColumn: z.string().optional() };

/** What happened in (as-of + lead, as-of + lead + horizon]. */
export const happening = z.discriminatedUnion('kind', [
  /** A row falls into the window. */
  z.strictObject({ kind: z.literal('event'), ...dated }),
  /** No row falls into the window (stops buying). */
  z.strictObject({ kind: z.literal('no-event'), ...dated }),
  /** The panel's rows satisfy `becomes` in the window, and the last one known at the as-of date did not. */
  z.strictObject({ kind: z.literal('becomes'), source: identifier, becomes: z.string() }),
  /** An interval ends in the window and no other starts within `successorDays` after its end. */
  z.strictObject({
    kind: z.literal('interval-ends'),
    source: identifier,
    where: z.string().optional(),
    successorDays: z.number().int().min(0),
  }),
  /** The interval due to end in the window is followed by another within `graceDays`. Accounts with none due are not at risk. */
  z.strictObject({ kind: z.literal('renewal'), source: identifier, where: z.string().optional(), graceDays: z.number().int().min(0) }),
  /** Absent from that many consecutive periods of a panel. */
  z.strictObject({ kind: z.literal('absent'), source: identifier, periods: z.number().int().min(1) }),
  /** An opportunity row closes in the window; yes when `won` holds. Accounts without a closing row are not at risk. */
  z.strictObject({ kind: z.literal('closes'), ...dated, won: z.string() }),
  /** Change of a panel value over the horizon: yes when it moves by more than `tolerance` (a share) in the direction; `lost` = falls to 0 or missing. */
  z.strictObject({
    kind: z.literal('change'),
    source: identifier,
    column: z.string(),
    is: z.enum(['lost', 'contracted', 'kept', 'expanded', 'ratio']),
    tolerance: z.number().min(0).default(0),
  }),
  /** A condition on a snapshot taken after the as-of date; without dates, on the one snapshot there is. */
  z.strictObject({ kind: z.literal('flag'), source: identifier, where: z.string() }),
  /** A number in the window: its last value, or an aggregate. */
  z.strictObject({ kind: z.literal('number'), ...dated, column: z.string(), aggregate: z.enum(['last', 'mean', 'sum', 'min', 'max']) }),
]);
export type Happening = z.infer<typeof happening>;

export const outcome = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  /** Whether "yes" is what the business fears (churned) or hopes for (renewed, expanded). */
  polarity: z.enum(['bad', 'good']).default('bad'),
  happens: happening,
  /** Days the outcome is looked for after the lead. */
  horizonDays: z.number().int().positive(),
  /** Days of notice a team needs. */
  leadDays: z.number().int().min(0).default(0),
  /** Filter text over the observation: who is at risk at all. */
  atRisk: z.string().optional(),
  /** After a first event: not at risk any more; at risk again from a return event; or earlier losses are ignored. */
  recurrence: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('once') }),
      z.strictObject({ kind: z.literal('returns'), source: identifier, where: z.string().optional(), dateColumn: z.string().optional() }),
      z.strictObject({ kind: z.literal('ignored') }),
    ])
    .default({ kind: 'once' }),
  /** Last day the source can be trusted to tell of; default its day of export. */
  observedThrough: isoDate.optional(),
  reportingLagDays: z.number().int().min(0).default(0),
});
export type Outcome = z.infer<typeof outcome>;

/** Days after an as-of date until its outcome is settled and told: the whole window, a successor that may still come, and the lag of the reports. */
export function knownAfterDays({ happens, leadDays, horizonDays, reportingLagDays }: Outcome): number {
  const waitingDays = happens.kind === 'interval-ends' ? happens.successorDays : happens.kind === 'renewal' ? happens.graceDays : 0;
  return leadDays + horizonDays + waitingDays + reportingLagDays;
}

/** Whether an outcome is 1 or 0 for an observation; else it is a number. */
export function isYesNo({ happens }: Pick<Outcome, 'happens'>): boolean {
  return happens.kind !== 'number' && !(happens.kind === 'change' && happens.is === 'ratio');
}
