import { useCallback } from 'react';
import type { CallInput, CallOutput } from '../../../../shared/contract/contract.ts';
import { Failure } from '../../../../shared/failure.ts';
import { announce } from '../../../state/announcements.ts';
import { currentAutosave } from '../../../state/autosave.ts';
import { useHost } from '../../../state/host.ts';
import { sameContent } from '../../../state/sameContent.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { beginFits, changeFit, type Fit, type FitName, noFit, useFits } from './fitStore.ts';

/** A fit as it is shown; `partial` only while it belongs to an answer to `wanted`. */
export interface FitControl<Name extends FitName> extends Omit<Fit<Name>, 'asked' | 'controller'> {
  /** Whether the answer shown is to another question than `wanted`: the draft, the outcome or a setting changed since. */
  stale: boolean;
  /** Works it out. What is shown stays until something of the new answer is there. */
  start: () => Promise<CallOutput<Name> | null>;
  cancel: () => void;
}

/**
 * A fit that is worked out when asked for. It goes on while the analyst looks at something else, is cancelled by `cancel` or by opening
 * another study, and is asked of the study as it is saved.
 */
export function useFit<Name extends FitName>(name: Name, wanted: CallInput<Name>): FitControl<Name> {
  const { invoke } = useHost();
  const path = useStudy(({ open }) => open?.path ?? '');
  const fit: Fit<Name> = useFits((state) => (state.path === path ? state.fits[name] : undefined)) ?? noFit;

  const start = useCallback(async () => {
    beginFits(path);
    const controller = new AbortController();
    changeFit(path, name, (before) => {
      before.controller?.abort();
      return { controller, asked: wanted, partial: null, failure: null, progress: { share: null, step: '' } };
    });
    const isNewest = () => useFits.getState().fits[name]?.controller === controller;
    try {
      await currentAutosave()?.flush();
      const value = await invoke(name, wanted, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (isNewest() && !controller.signal.aborted) changeFit(path, name, () => ({ progress }));
        },
        onPartial: (partial) => {
          if (isNewest() && !controller.signal.aborted) changeFit(path, name, () => ({ partial }));
        },
      });
      if (isNewest()) {
        changeFit(path, name, () => ({ value, input: wanted, partial: null, progress: null, controller: null }));
        announce('The numbers are ready.', 0);
      }
      return value;
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('unexpected', { message: String(error) });
      if (isNewest()) changeFit(path, name, () => ({ failure, partial: null, progress: null, controller: null }));
      return null;
    }
  }, [invoke, name, path, wanted]);

  const { asked, controller, ...shown } = fit;
  return {
    ...shown,
    partial: shown.partial && sameContent(asked, wanted) ? shown.partial : null,
    stale: fit.value !== null && !sameContent(fit.input, wanted),
    start,
    cancel: useCallback(() => controller?.abort(), [controller]),
  };
}
