import { rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import type { RowCounts } from '../../../shared/contract/sourceCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Handler } from '../CallContext.ts';
import type { Session } from '../Session.ts';
import { folderNames } from '../study/folderNames.ts';
import type { StudyStore } from '../study/StudyStore.ts';
import { countRows } from './countRows.ts';
import { countsAsRead } from './countsAsRead.ts';
import { importFile } from './importFile.ts';
import { moveIntoPlace } from './moveIntoPlace.ts';
import { withReading } from './withReading.ts';

/**
 * Imports a file as a new source, or in place of an existing one with its stored plan. The study changes in one step at the end;
 * until then, and after any failure until then, it is as before.
 */
export const importSource: Handler<'import-source'> = async (input, { session, signal, onProgress }) => {
  const { store, analysis } = session;
  const path = resolve(input.path);
  onProgress({ share: 0, step: `Looking at ${basename(path)}` });
  const before = store.study.sources.find(({ id }) => id === input.as);
  return withReading(path, store.workFile('import'), signal, session.options, async (context) => {
    const imported = await importFile(path, input.plan ?? before?.plan, context, onProgress);
    const { data, rejects } = await freeNames(store, input.as);
    const source: Source = {
      id: input.as,
      name: input.name ?? before?.name ?? input.as,
      original: imported.original,
      plan: imported.plan,
      data,
      rejects: imported.rejects ? rejects : null,
      importedAt: new Date().toISOString(),
      exportedOn: input.exportedOn ?? imported.original.modifiedAt.slice(0, 10),
      exportedOnStated: input.exportedOn !== undefined,
      firstLine: imported.firstLine,
      counts: imported.counts,
    };
    try {
      await moveIntoPlace(imported.data, store.resolve(data));
      if (imported.rejects) await moveIntoPlace(imported.rejects, store.resolve(rejects));
      const open = await store.update((study) => ({ ...study, sources: replaced(study.sources, source) }), {
        action: 'import-source',
        source: source.id,
        records: source.counts.records,
        sha256: source.original.sha256,
      });
      await analysis.refreshSources();
      const { rows, notices } = await counted(source, session, signal);
      return { source, rows, open, notices: [...imported.notices, ...notices] };
    } catch (error) {
      if (store.study.sources.every((one) => one.data !== data)) {
        await rm(store.resolve(data), { force: true });
        await rm(store.resolve(rejects), { force: true });
      }
      throw error;
    }
  });
};

function replaced(sources: Source[], source: Source): Source[] {
  const at = sources.findIndex(({ id }) => id === source.id);
  return at < 0 ? [...sources, source] : sources.with(at, source);
}

/** What is loaded and what the study lacks in it. The study holds the source by now: when the count fails, that is told and nothing undone. */
async function counted(
  source: Source,
  { store, analysis }: Session,
  signal: CancelSignal,
): Promise<{ rows: RowCounts; notices: string[] }> {
  try {
    const rows = await countRows(analysis.database, source, store.study.definition, (file) => store.resolve(file), { signal });
    return { rows, notices: incompleteNotices(rows) };
  } catch (error) {
    const { message } = error as Error;
    const reason = error instanceof Failure && error.code === 'cancelled' ? 'that was cancelled.' : message;
    const notice = `The file is in the study, but its rows without a key or date that the study needs were not counted: ${reason}`;
    return { rows: countsAsRead(source), notices: [notice] };
  }
}

function incompleteNotices({ incomplete }: RowCounts): string[] {
  return incomplete.map(
    ({ column, rows }) =>
      `${rows} ${rows === 1 ? 'row has' : 'rows have'} no readable "${column}", which the study needs of every row: rejected and listed.`,
  );
}

/** Names below the study folder that no earlier import of the source has used; old files stay until the study closes. */
async function freeNames(store: StudyStore, id: string): Promise<{ data: string; rejects: string }> {
  const numbers = (await folderNames(store.resolve('data'))).map((name) => Number(new RegExp(`^${id}-(\\d+)\\.`).exec(name)?.[1] ?? 0));
  const next = Math.max(0, ...numbers) + 1;
  return { data: `data/${id}-${next}.parquet`, rejects: `data/${id}-${next}.rejects.parquet` };
}
