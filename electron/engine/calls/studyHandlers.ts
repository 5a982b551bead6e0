import { join } from 'node:path';
import type { studyCalls } from '../../../shared/contract/studyCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import { freeIdentifier, identifierFrom } from '../../../shared/model/identifier.ts';
import { mergeDefinition } from '../../../shared/model/mergeDefinition.ts';
import type { Handlers } from '../CallContext.ts';
import { openSample } from '../sample/openSample.ts';
import { copyStudyFolder } from '../study/copyStudyFolder.ts';
import { folderNames } from '../study/folderNames.ts';
import { holdStudy } from '../study/holdStudy.ts';
import { listRecentStudies, rememberStudy } from '../study/recentStudies.ts';
import { removeStudyFolder } from '../study/removeStudyFolder.ts';
import { StudyStore } from '../study/StudyStore.ts';

export const studyHandlers: Pick<Handlers, keyof typeof studyCalls> = {
  'list-studies': async (_, { session }) => ({ studies: await listRecentStudies(session.options.userDirectory) }),

  'create-study': async ({ path, name }, { session }) => {
    const studies = join(session.options.userDirectory, 'studies');
    const folder = path ?? join(studies, freeIdentifier(identifierFrom(name ?? 'study'), await folderNames(studies)));
    return holdStudy(session, await StudyStore.create(folder, name));
  },

  'open-study': async ({ path, recover }, { session }) => {
    if (session.isOpen && session.store.path === path) return session.store.describe();
    return holdStudy(session, await StudyStore.open(path, { recover }));
  },

  'open-sample': openSample,

  'read-study': async (_, { session }) => session.store.describe(),

  'close-study': async (_, { session }) => {
    await session.close();
    return {};
  },

  'duplicate-study': async ({ path, name }, { session }) => {
    const copy = await StudyStore.open(await copyStudyFolder(session.store.path, path));
    await copy.update((study) => ({ ...study, id: crypto.randomUUID(), name: name ?? `${study.name} (copy)` }), {
      action: 'duplicate-study',
      from: session.store.path,
    });
    return holdStudy(session, copy);
  },

  'move-study': async ({ path }, { session }) => {
    const from = session.store.path;
    const moved = await copyStudyFolder(from, path);
    await session.close();
    await removeStudyFolder(from);
    return holdStudy(session, await StudyStore.open(moved), from);
  },

  'save-study': async ({ revision, ...parts }, { session }) => {
    const { store } = session;
    const before = store.study.name;
    const saved = await store.update((study) => {
      if (store.revision !== revision) throw new Failure('study-changed', { found: store.revision, expected: revision });
      return { ...study, ...parts };
    });
    if (parts.name !== before) await rememberStudy(session.options.userDirectory, store.path, parts.name);
    return { revision: saved.revision };
  },

  'define-study': async ({ document, replace }, { session }) =>
    session.store.update((study) => ({ ...study, ...mergeDefinition(study, document, replace) }), { action: 'define-study' }),
};
