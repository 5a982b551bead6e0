import { useEffect } from 'react';
import type { MenuCommand } from '../../shared/contract/menuCommand.ts';
import { Failure } from '../../shared/failure.ts';
import { currentAutosave } from '../state/autosave.ts';
import { useHost } from '../state/host.ts';
import { useNotices } from '../state/noticeStore.ts';
import { usePlacing } from '../state/placingStore.ts';
import { useStudy } from '../state/studyStore.ts';
import { type SourceActions, useSourceActions } from '../state/useSourceActions.ts';
import { type StudyActions, useStudyActions } from '../state/useStudyActions.ts';
import { useView } from '../state/viewStore.ts';
import { usePalette } from './paletteStore.ts';

/** Answers the door: menu entries, a path to open, the engine started again. */
export function useHostEvents(): void {
  const host = useHost();
  const studies = useStudyActions();
  const sources = useSourceActions();

  useEffect(() => host.onMenu((command) => answerMenu(command, studies, sources)), [host, studies, sources]);

  useEffect(
    () =>
      host.onOpenPath((path) => {
        if (/\.\w{1,7}$/.test(path) && !path.endsWith('study.json')) void sources.receivePaths([path]);
        else void studies.openStudy(path.replace(/[\\/]study\.json$/, ''));
      }),
    [host, studies, sources],
  );

  useEffect(
    () =>
      host.onEngineRestart(({ failure }) => {
        const { fail } = useNotices.getState();
        fail(failure ? new Failure(failure.code, failure.detail) : new Failure('engine-stopped'));
        if (!useStudy.getState().open) return;
        if (failure) useStudy.getState().close();
        else
          host
            .invoke('read-study', {})
            .then(useStudy.getState().resume)
            .then(() => currentAutosave()?.flush())
            .catch(fail);
      }),
    [host],
  );
}

function answerMenu(command: MenuCommand, studies: StudyActions, sources: SourceActions): void {
  const { goTo } = useView.getState();
  const { undo, redo } = useStudy.getState();
  const answers: Record<MenuCommand, () => void> = {
    'create-study': () => usePlacing.getState().place('create'),
    'open-study': () => usePlacing.getState().place('open'),
    'open-sample': () => void studies.openSample(),
    'import-files': () => void sources.chooseFiles(),
    undo,
    redo,
    'show-sources': () => goTo('sources'),
    'show-model': () => goTo('model'),
    'show-book': () => goTo('book'),
    'show-what-if': () => goTo('what-if'),
    'show-palette': () => usePalette.getState().show(),
  };
  answers[command]();
}
