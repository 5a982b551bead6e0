import type { OpenStudy } from '../../../shared/contract/studyCalls.ts';
import type { Session } from '../Session.ts';
import { Analysis } from './Analysis.ts';
import { rememberStudy } from './recentStudies.ts';
import type { StudyStore } from './StudyStore.ts';

/** Makes an opened study the session's study, first in the recent list. The one open before is closed. */
export async function holdStudy(session: Session, store: StudyStore, movedFrom?: string): Promise<OpenStudy> {
  try {
    const analysis = await Analysis.open(store, session.options);
    await session.hold(store, analysis);
  } catch (error) {
    await store.close();
    throw error;
  }
  await rememberStudy(session.options.userDirectory, store.path, store.study.name, movedFrom);
  return store.describe();
}
