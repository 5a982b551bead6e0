import { z } from 'zod';
import { identifier } from '../model/identifier.ts';

/** A line of the movers. */
export const mover = z.strictObject({
  account: z.string(),
  name: z.string().nullable(),
  owner: z.string().nullable(),
  segment: z.string(),
  revenue: z.number().nullable(),
  before: z.strictObject({ score: z.number().nullable(), band: z.string() }),
  after: z.strictObject({ score: z.number().nullable(), band: z.string() }),
  /** After minus before; null when either is withheld or the baseline gives bands only. */
  change: z.number().nullable(),
  /** The metric whose contribution changed most in the direction of the change, and by how many points. */
  because: z.strictObject({ leaf: identifier, name: z.string(), points: z.number() }).nullable(),
});
export type Mover = z.infer<typeof mover>;

export const moverKind = z.enum(['largest', 'worse', 'better', 'newly-worst', 'newly-best', 'crossing']);
export type MoverKind = z.infer<typeof moverKind>;
