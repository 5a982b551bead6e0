import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../../shared/failure.ts';
import { mergeDefinition } from '../../../shared/model/mergeDefinition.ts';
import type { Handler } from '../CallContext.ts';
import { sourceHandlers } from '../calls/sourceHandlers.ts';
import { holdStudy } from '../study/holdStudy.ts';
import { removeStudyFolder } from '../study/removeStudyFolder.ts';
import { StudyStore } from '../study/StudyStore.ts';
import { sampleDocument, sampleFiles } from './sample.ts';

const sample = { accounts: 420, seed: 20260930 };

/** Opens the sample study, made on first use by importing its generated files like any other. */
export const openSample: Handler<'open-sample'> = async ({ path, fresh }, context) => {
  const { session } = context;
  const folder = path ?? join(session.options.userDirectory, 'sample-study');
  if (session.isOpen && session.store.path === folder && !fresh) return session.store.describe();
  if (!fresh) {
    try {
      return await holdStudy(session, await StudyStore.open(folder));
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'study-missing') throw error;
    }
  } else {
    // Opening it first proves that it is a study, and that no other Plumbline holds it.
    if (session.isOpen && session.store.path === folder) await session.close();
    await (await StudyStore.open(folder)).close();
    await removeStudyFolder(folder);
  }
  const files = await mkdtemp(join(tmpdir(), 'plumbline-sample-'));
  let created = false;
  try {
    context.onProgress({ share: 0, step: 'Making the sample exports' });
    const exports = await sampleFiles(files, sample);
    const store = await StudyStore.create(folder, 'Sample study');
    created = true;
    await holdStudy(session, store);
    for (const [index, { path: file, as, exportedOn }] of exports.entries()) {
      context.onProgress({ share: (index + 1) / (exports.length + 1), step: `Importing ${as}` });
      await sourceHandlers['import-source']({ path: file, as, exportedOn }, { ...context, onProgress: () => {} });
    }
    return await session.store.update((study) => ({ ...study, ...mergeDefinition(study, sampleDocument()) }), { action: 'open-sample' });
  } catch (error) {
    // A sample cut short must not be found as if it were whole the next time.
    if (created) {
      await session.close();
      await removeStudyFolder(folder);
    }
    throw error;
  } finally {
    await rm(files, { recursive: true, force: true });
  }
};
