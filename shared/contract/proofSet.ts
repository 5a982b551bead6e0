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
  /** The part kept closed: its dates, or the share of accounts when there is one date only. */
  confirmation: z.strictObject({
    from: isoDate,
    to: isoDate,
    observations: count,
    /** Share of accounts drawn; null when whole dates are kept closed. */
    share: z.number().nullable(),
    openings: count,
  }),
});
export type ProofSetSummary = z.infer<typeof proofSetSummary>;
