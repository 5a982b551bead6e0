import { useEffect } from 'react';
import { Failure } from '../../shared/failure.ts';
import { useHost } from '../state/host.ts';
import { useNotices } from '../state/noticeStore.ts';
import { useOpening } from '../state/openingStore.ts';
import { useStudy } from '../state/studyStore.ts';

/** Goes on with the study the engine still holds: the page was loaded again, or a second tab was opened. */
export function useResume(): void {
  const { invoke } = useHost();
  useEffect(() => {
    invoke('read-study', {}).then(
      (open) => {
        if (!useStudy.getState().open && !useOpening.getState().opening) useStudy.getState().adopt(open);
      },
      (failure) => {
        if (!(failure instanceof Failure && failure.code === 'study-not-open')) useNotices.getState().fail(failure);
      },
    );
  }, [invoke]);
}
