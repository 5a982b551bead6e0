import type { z } from 'zod';

/** Adds an issue for each id that stands more than once in a list. */
export function refuseRepeatedIds(ids: readonly string[], list: string, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [list, index], message: `the id "${id}" stands twice` });
    seen.add(id);
  }
}
