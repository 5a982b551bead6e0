import { z } from 'zod';
import { type Warning, warningSentences } from './warning.ts';

export const warning = z.enum(Object.keys(warningSentences) as [Warning, ...Warning[]]);

/** [low, high] of a two-sided 95 % interval. */
export const interval = z.tuple([z.number(), z.number()]);
export type Interval = z.infer<typeof interval>;

/** A number that was inferred, with what it rests on. Never NaN: null plus a warning that says why. */
export const estimate = z.strictObject({
  value: z.number().nullable(),
  /** Observations looked at, those with a value, and those without. */
  n: z.number().int().min(0),
  nMissing: z.number().int().min(0),
  /** Of those used: with the outcome, and without it. Null where there is no outcome. */
  events: z.number().int().min(0).nullable(),
  nonEvents: z.number().int().min(0).nullable(),
  /** Distinct accounts among those used; below `n - nMissing` when accounts repeat. */
  accounts: z.number().int().min(0).nullable(),
  interval: interval.nullable(),
  /** How the interval was made: "DeLong", "Wilson", "account bootstrap (1000)" ... Null without one. */
  method: z.string().nullable(),
  warnings: z.array(warning),
});
export type Estimate = z.infer<typeof estimate>;
