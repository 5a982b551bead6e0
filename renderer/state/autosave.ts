import type { Invoke } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/failure.ts';
import type { Draft } from './Draft.ts';
import { useNotices } from './noticeStore.ts';
import { sameContent } from './sameContent.ts';
import { draftOf, useStudy } from './studyStore.ts';

/** Rest after the last edit before it is written. */
const restMilliseconds = 350;

export interface Autosave {
  /** Writes what is not yet on disk; resolves when it is, or when it failed and was told. */
  flush: () => Promise<void>;
  stop: () => void;
}

let current: Autosave | null = null;

/** The autosave that runs in this window. */
export function currentAutosave(): Autosave | null {
  return current;
}

/** Keeps study.json in step with the draft: one save at a time, the newest draft wins, a drag is saved when it ends. */
export function startAutosave(invoke: Invoke): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;

  const save = async (): Promise<void> => {
    const { open, draft, saved, setSaveState } = useStudy.getState();
    if (!open || draft === saved) return;
    setSaveState('saving');
    try {
      const revision = await saveAt(invoke, draft, open.revision, saved);
      if (useStudy.getState().open?.path === open.path) useStudy.getState().setSaved(draft, revision);
    } catch (failure) {
      setSaveState('failed');
      useNotices.getState().fail(failure, { label: 'Save again', run: () => void flush() });
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    while (saving !== null) await saving;
    saving = save().finally(() => {
      saving = null;
    });
    await saving;
  };

  const stop = useStudy.subscribe((state, before) => {
    if (state.draft === before.draft && state.history.drag === before.history.drag) return;
    clearTimeout(timer);
    if (!state.open) return;
    // Back where the disk is; unless another draft is being written, which this one then has to follow.
    if (state.draft === state.saved && state.saveState !== 'saving') {
      if (state.saveState === 'pending') state.setSaveState('saved');
      return;
    }
    if (state.saveState === 'saved') state.setSaveState('pending');
    if (!state.history.drag) timer = setTimeout(() => void flush(), restMilliseconds);
  });

  const autosave: Autosave = {
    flush,
    stop: () => {
      clearTimeout(timer);
      stop();
      if (current === autosave) current = null;
    },
  };
  current = autosave;
  return autosave;
}

/** Saves at a revision; on top of a newer one when only sources changed meanwhile (an import ended) or this very draft was written (the answer got lost). */
async function saveAt(invoke: Invoke, draft: Draft, revision: number, lastSaved: Draft): Promise<number> {
  try {
    return (await invoke('save-study', { revision, ...draft })).revision;
  } catch (failure) {
    if (!(failure instanceof Failure && failure.code === 'study-changed')) throw failure;
    const now = await invoke('read-study', {});
    if (!sameContent(draftOf(now), lastSaved) && !sameContent(draftOf(now), draft)) throw failure;
    return (await invoke('save-study', { revision: now.revision, ...draft })).revision;
  }
}
