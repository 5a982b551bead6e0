import { resolve } from 'node:path';
import type { sourceCalls } from '../../../shared/contract/sourceCalls.ts';
import type { Handlers } from '../CallContext.ts';
import { writeTable } from '../export/writeTable.ts';
import { countRows } from '../import/countRows.ts';
import { importSource } from '../import/importSource.ts';
import { inspectFile } from '../import/inspectFile.ts';
import { listRejects } from '../import/listRejects.ts';
import { columnOf, listRows } from '../import/listRows.ts';
import { profileColumn } from '../import/profileColumn.ts';
import { rejectsQuery } from '../import/rejectsQuery.ts';
import { withReading } from '../import/withReading.ts';

export const sourceHandlers: Pick<Handlers, keyof typeof sourceCalls> = {
  'inspect-file': async ({ path, plan }, { session, signal, onProgress }) => {
    onProgress({ share: null, step: 'Looking at the file' });
    const file = resolve(path);
    return withReading(file, session.store.workFile('inspect'), signal, session.options, (context) =>
      inspectFile(file, plan ?? {}, context),
    );
  },

  'import-source': importSource,

  'count-rows': async (_, { session, signal }) => {
    const { store, analysis } = session;
    const { sources, definition } = store.study;
    const counted = sources.map((source) => countRows(analysis.database, source, definition, (file) => store.resolve(file), { signal }));
    return { sources: await Promise.all(counted) };
  },

  'list-rejects': listRejects,

  'profile-source': async ({ source: id, columns }, { session, signal, onProgress }) => {
    const source = session.store.source(id);
    const wanted = columns?.map((name) => columnOf(source, name)) ?? source.plan.columns.filter(({ keep }) => keep);
    const profiles = [];
    for (const [index, column] of wanted.entries()) {
      onProgress({ share: index / wanted.length, step: `Profiling ${column.name}` });
      profiles.push(await profileColumn(session.analysis.database, session.store.resolve(source.data), source, column, { signal }));
    }
    return { columns: profiles };
  },

  'list-rows': listRows,

  'remove-source': async ({ source }, { session }) => {
    const open = await session.store.removeSource(source);
    await session.analysis.refreshSources();
    return open;
  },

  'restore-source': async ({ source }, { session }) => {
    const open = await session.store.restoreSource(source);
    await session.analysis.refreshSources();
    return open;
  },

  'export-rejects': async ({ source: id, path }, { session, signal, onProgress }) => {
    const { store } = session;
    const rejects = rejectsQuery(store.source(id), store.study.definition, (file) => store.resolve(file));
    return writeTable(session, rejects, resolve(path), { signal, onProgress });
  },
};
