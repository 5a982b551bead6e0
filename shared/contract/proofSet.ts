import { z } from 'zod';
import { identifier } from '../model/identifier.ts';
import { isoDate } from '../model/isoDate.ts';

const count = z.number().int().min(0);

/** What a score says of a known outcome, without intervals; rates and the rest are null when there is too little to say. */
export const scoreLine = z.strictObject({
  /** From worst to best, then withheld. */
  bands: z.array(z.strictObject({ band: z.string(), observations: count, events: count })),
  auc: z.number().nullable(),
  ks: z.number().nullable(),
  /** Event rate among the tenth with the lowest scores over the overall rate. */
  liftWorstTenth: z.number().nullable(),
  /** Bins were used in place of scores: by how much the AUC can be off, at most. Null: exact. */
  aucWithin: z.number().nullable(),
});
export type ScoreLine = z.infer<typeof scoreLine>;

/** Which observations the evidence line stands on. */
export const proofSetSummary = z.strictObject({
  outcome: identifier,
  observations: count,
  accounts: count,
  /** Observations with the outcome, and distinct accounts with it. */
  events: count,
  eventAccounts: count,
  from: isoDate,
  to: isoDate,
  /**
   * As-of dates so close to the confirmation set that their outcomes were not settled before it: what came true at them came true there too, so
   * they are in neither set. Null when there are none.
   */
  embargoed: z.strictObject({ observations: count, from: isoDate, to: isoDate }).nullable(),
  /** The part kept closed: its date, or the share of accounts when no earlier date is settled before the latest. */
  confirmation: z.strictObject({
    from: isoDate,
    to: isoDate,
    observations: count,
    /** Share of accounts drawn, over all dates; null when a whole date is kept closed. */
    share: z.number().nullable(),
    openings: count,
  }),
});
export type ProofSetSummary = z.infer<typeof proofSetSummary>;
