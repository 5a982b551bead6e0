import { z } from 'zod';
import { identifier } from '../model/identifier.ts';
import { isoDate } from '../model/isoDate.ts';
import { model } from '../model/model.ts';

/** Something that gives accounts a score or a band: a model of the study, a saved version, a scenario, a given score, or a model given whole. */
export const scorer = z.union([
  z.strictObject({ model: z.union([identifier, model]) }),
  z.strictObject({ version: identifier }),
  z.strictObject({ scenario: identifier }),
  z.strictObject({ given: identifier }),
]);
export type Scorer = z.infer<typeof scorer>;

/** A scorer as it is called. */
export const scorerName = z.strictObject({ name: z.string(), kind: z.enum(['model', 'version', 'scenario', 'given']) });
export type ScorerName = z.infer<typeof scorerName>;

/** The two models that are held against each other, on one book. `segment` limits it to a slice: a segment's id, or `base`. */
export const compared = { baseline: scorer, draft: scorer, asOf: isoDate.optional(), segment: z.string().optional() };
