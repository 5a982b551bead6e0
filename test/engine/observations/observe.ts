import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import type { ObservationTable } from '../../../electron/engine/observations/ObservationTable.ts';
import { Analysis } from '../../../electron/engine/study/Analysis.ts';
import { StudyStore } from '../../../electron/engine/study/StudyStore.ts';
import { mergeDefinition } from '../../../shared/model/mergeDefinition.ts';
import { definitionDocument } from '../../../shared/model/study.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

export interface Observed {
  table: ObservationTable;
  rows: Record<string, unknown>[];
}

/** Observations of a small study: `place` puts its sources in, `document` says what they mean. Rows come ordered by date and account. */
export async function observe(
  place: (store: StudyStore) => Promise<void>,
  document: z.input<typeof definitionDocument>,
): Promise<Observed> {
  const store = await StudyStore.create(join(temporaryFolder(), 'study'));
  await place(store);
  const parsed = definitionDocument.parse(document);
  await store.update((study) => ({ ...study, ...mergeDefinition(study, parsed) }));
  const analysis = await Analysis.open(store, { threads: 2 });
  onTestFinished(async () => {
    await analysis.close();
    await store.close();
  });
  const table = await analysis.observations();
  const rows = await analysis.database.rows({
    text: `select * replace (strftime(as_of, '%Y-%m-%d') as as_of, strftime(renewal_date, '%Y-%m-%d') as renewal_date) from ${table.table} order by as_of, account_id`,
  });
  return { table, rows };
}
