import type { RowCounts } from '../../../shared/contract/sourceCalls.ts';
import type { Source } from '../../../shared/model/source.ts';

/** The rows of a source's file as they were read, whatever the definition needs of them. */
export function countsAsRead({ id, counts }: Source): RowCounts {
  return { source: id, ...counts, broken: counts.rejected, incomplete: [] };
}
