import { useCallback } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { useHost } from '../../state/host.ts';
import { useNotices } from '../../state/noticeStore.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useVersions } from './versionStore.ts';

/** Saves a model as a version and, unless told otherwise, makes it the baseline (one undoable step). Tells its own failure. */
export function usePromote(): (name: string, model: Model, isBaseline?: boolean) => Promise<void> {
  const { invoke } = useHost();
  return useCallback(
    async (name, model, isBaseline = true) => {
      const { tell, fail } = useNotices.getState();
      try {
        const { id } = await invoke('save-version', { name, model });
        useVersions.getState().saved();
        if (isBaseline) useStudy.getState().edit(`baseline ${name}`, (draft) => ({ ...draft, baseline: { version: id } }));
        tell(isBaseline ? `“${name}” is saved and is the baseline now.` : `“${name}” is saved as a version.`);
      } catch (failure) {
        fail(failure);
      }
    },
    [invoke],
  );
}
