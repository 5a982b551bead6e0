import { z } from 'zod';
import { identifier } from '../model/identifier.ts';
import { estimate } from '../stats/Estimate.ts';
import { proofSetSummary } from './proofSet.ts';

const count = z.number().int().min(0);

/** How much the number of events allows; each level allows what the ones before it do. */
export const gateLevel = z.enum(['nothing', 'counts', 'describe', 'anchored', 'full', 'challenger']);
export type GateLevel = z.infer<typeof gateLevel>;

/** Which gate applies, and what opens the next one. Events = the smaller of distinct accounts with and without the outcome. */
export const gate = z.strictObject({
  level: gateLevel,
  events: count,
  accountsWith: count,
  accountsWithout: count,
  /** What is allowed now. */
  sentence: z.string(),
  /** Null when nothing is closed any more. */
  next: z.strictObject({ level: gateLevel, atEvents: count, sentence: z.string() }).nullable(),
});
export type Gate = z.infer<typeof gate>;

/** The outcome evidence is about. `number`: rates are means, and there is no AUC. */
export const evidenceOutcome = z.strictObject({
  id: identifier,
  name: z.string(),
  polarity: z.enum(['bad', 'good']),
  kind: z.enum(['yes-no', 'number']),
  horizonDays: count,
  leadDays: count,
  lagDays: count,
});
export type EvidenceOutcome = z.infer<typeof evidenceOutcome>;

/** What every number of an answer rests on; shown beside them. */
export const evidenceBasis = z.strictObject({
  outcome: evidenceOutcome,
  set: proofSetSummary,
  gate,
  /** Changes whenever an observation does. */
  dataFingerprint: z.string(),
  /** Of every random draw behind the answer. */
  seed: z.number().int(),
  /** Sentences that belong beside every number: columns declared constant, columns known too late, accounts that repeat. */
  notes: z.array(z.string()),
});
export type EvidenceBasis = z.infer<typeof evidenceBasis>;

/** Which observations are counted: of one segment of the model, of accounts known to be treated or of all others. Absent: all. */
export const evidencePart = z.strictObject({
  /** A segment's id, or `base`. */
  segment: z.string().optional(),
  /** Had an intervention shortly before or during the horizon. `untreated`: all others, also where the study cannot tell. */
  treated: z.enum(['untreated', 'treated']).optional(),
});
export type EvidencePart = z.infer<typeof evidencePart>;

/** What a part of the observations is called, and what it allows by itself. */
export const countedPart = z.strictObject({
  name: z.string(),
  observations: count,
  accounts: count,
  /** Observations of it of which the study cannot tell whether the account was treated; null where that was not asked. */
  treatmentUnknown: count.nullable(),
  gate,
});
export type CountedPart = z.infer<typeof countedPart>;

/** One bin, band or tenth: how often the outcome came (or the mean of a number). */
export const outcomeRate = z.strictObject({
  observations: count,
  accounts: count,
  /** Observations with the outcome; null for a number. */
  events: count.nullable(),
  revenue: z.number(),
  rate: estimate,
});
export type OutcomeRate = z.infer<typeof outcomeRate>;

/** A point of a curve drawn in the unit square. */
export const curvePoint = z.tuple([z.number(), z.number()]);
