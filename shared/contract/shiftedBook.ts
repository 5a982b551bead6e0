import { z } from 'zod';

const count = z.number().int().min(0);
const amounts = z.array(z.number());

/** One book under the draft, against the baseline: everything a frame draws. Bands go from worst to best; the last place is "withheld". */
export const shiftedBook = z.strictObject({
  accounts: count,
  revenue: z.number(),
  /** Edges of the bins of the score, ascending, from 0 to 100: every point, and every cut of the draft. */
  edges: z.array(z.number()),
  /** The draft's accounts and revenue in each bin; withheld ones are in none. */
  binAccounts: amounts,
  binRevenue: amounts,
  /** Baseline band x draft band; the row sums are the baseline's shares, the column sums the draft's. */
  migrationAccounts: z.array(amounts),
  migrationRevenue: z.array(amounts),
  /** Mean score of the draft; null when every account is withheld. */
  mean: z.number().nullable(),
});
export type ShiftedBook = z.infer<typeof shiftedBook>;

/** How scores lie: the outline. Null bins when the scorer gives bands only. */
export const scoreOutline = z.strictObject({
  edges: z.array(z.number()),
  accounts: amounts,
  revenue: amounts,
  mean: z.number().nullable(),
});
export type ScoreOutline = z.infer<typeof scoreOutline>;
