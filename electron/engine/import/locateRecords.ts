import type { CancelSignal } from '../../../shared/contract/call.ts';
import type { Layout } from './Layout.ts';
import { surveyText } from './surveyText.ts';
import type { Place } from './Tally.ts';

/**
 * Walks a delimited text once more to find where loaded rows and refused records stand. A refused record is the one that holds the byte
 * at its offset; every other record is the next loaded row. Both lists ascend.
 */
export async function locateRecords(
  path: string,
  layout: Layout,
  rows: readonly number[],
  refusedAt: readonly number[],
  signal: CancelSignal,
): Promise<{ rows: Place[]; refused: Place[] }> {
  const found = { rows: [] as Place[], refused: [] as Place[] };
  const blankIsRecord = layout.headers.length === 1;
  let record = layout.header ? -1 : 0;
  let row = -1;
  await surveyText(path, layout, signal, (line, end, blank) => {
    if (blank && !blankIsRecord) return;
    record++;
    if (record === 0) return;
    const next = refusedAt[found.refused.length];
    if (next !== undefined && next < end) found.refused.push({ record, line });
    else if (++row === rows[found.rows.length]) found.rows.push({ record, line });
  });
  return found;
}
