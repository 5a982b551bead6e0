import { useMemo } from 'react';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { OpenStudy } from '../../shared/contract/studyCalls.ts';
import { currentAutosave } from './autosave.ts';
import { useHost } from './host.ts';
import { useNotices } from './noticeStore.ts';
import { useOpening } from './openingStore.ts';
import { useStudy } from './studyStore.ts';
import { useView } from './viewStore.ts';

type Opener = 'open-sample' | 'open-study' | 'create-study' | 'duplicate-study' | 'move-study';

const labels: Record<Opener, string> = {
  'open-sample': 'Opening the sample study',
  'open-study': 'Opening the study',
  'create-study': 'Creating the study',
  'duplicate-study': 'Copying the study',
  'move-study': 'Moving the study',
};

export interface StudyActions {
  /** Each saves what is open first, shows its progress, and tells its failure. @returns whether a study is open now because of it */
  openSample: () => Promise<boolean>;
  openStudy: (path: string, recover?: boolean) => Promise<boolean>;
  createStudy: (input: CallInput<'create-study'>) => Promise<boolean>;
  duplicateStudy: (path: string, name?: string) => Promise<boolean>;
  moveStudy: (path: string) => Promise<boolean>;
  close: () => Promise<void>;
}

/** What can be done with a study as a whole. */
export function useStudyActions(): StudyActions {
  const { invoke } = useHost();
  return useMemo(() => {
    const { fail, tell } = useNotices.getState();

    const open = async <Name extends Opener>(name: Name, input: CallInput<Name>, arrived: (study: OpenStudy) => void): Promise<boolean> => {
      const controller = new AbortController();
      const show = (progress = { share: null as number | null, step: '' }) =>
        useOpening.setState({ opening: { label: labels[name], progress, cancel: () => controller.abort() } });
      show();
      try {
        await currentAutosave()?.flush();
        const study = await (invoke as (name: Opener, input: unknown, options: object) => Promise<OpenStudy>)(name, input, {
          signal: controller.signal,
          onProgress: show,
        });
        useStudy.getState().adopt(study);
        useView.getState().setAsOf(null);
        if (study.recovered) tell(study.recovered);
        arrived(study);
        return true;
      } catch (failure) {
        fail(failure, recovery(failure, name, input));
        return false;
      } finally {
        useOpening.setState({ opening: null });
      }
    };
    /** A damaged study is offered from its last good copy. */
    const recovery = (failure: unknown, name: Opener, input: unknown) =>
      name === 'open-study' && (failure as { code?: string }).code === 'study-unreadable'
        ? { label: 'Open the last good copy', run: () => void actions.openStudy((input as { path: string }).path, true) }
        : undefined;
    const goTo = useView.getState().goTo;
    const toWork = ({ study }: OpenStudy) => goTo(study.models.length > 0 && study.sources.length > 0 ? 'book' : 'sources');

    const actions: StudyActions = {
      openSample: () => open('open-sample', {}, toWork),
      openStudy: (path, recover = false) => open('open-study', { path, recover }, toWork),
      createStudy: (input) => open('create-study', input, () => goTo('sources')),
      duplicateStudy: (path, name) => open('duplicate-study', { path, name }, ({ path: at }) => tell(`The copy at ${at} is open now.`)),
      moveStudy: (path) => open('move-study', { path }, ({ path: at }) => tell(`The study is at ${at} now.`)),
      close: async () => {
        await currentAutosave()?.flush();
        await invoke('close-study', {}).catch(fail);
        useStudy.getState().close();
        goTo('sources');
      },
    };
    return actions;
  }, [invoke]);
}
