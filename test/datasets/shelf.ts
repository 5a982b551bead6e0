import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Public data sets with reference results, kept beside a checkout; tests that need them say so and are skipped where they are not. */
export const shelf = resolve(import.meta.dirname, '../../../shared/datasets');
export const shelfIsPresent = existsSync(shelf);
export const skipReason = shelfIsPresent ? '' : ` (skipped: no data sets at ${shelf})`;
