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
  let saved: Draft = useStudy.getState().draft;
  let path = useStudy.getState().open?.path;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;

  const save = async (): Promise<void> => {
    const { open, draft } = useStudy.getState();
    if (!open || draft === saved) return;
    useStudy.getState().setSaveState('saving');
    try {
      const revision = await saveAt(invoke, draft, open.revision, saved);
      saved = draft;
      const now = useStudy.getState();
      if (!now.open || now.open.path !== open.path) return;
      now.refresh({ ...now.open, revision, study: { ...now.open.study, ...draft } });
      now.setSaveState(now.draft === draft ? 'saved' : 'pending');
    } catch (failure) {
      useStudy.getState().setSaveState('failed');
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
    if (state.open?.path !== path) {
      path = state.open?.path;
      saved = state.draft;
      clearTimeout(timer);
      return;
    }
    if (state.draft === before.draft && state.history.drag === before.history.drag) return;
    clearTimeout(timer);
    if (!state.open || state.draft === saved) return;
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

/** Saves at a revision; when only sources changed meanwhile (an import ended), saves on top of that. */
async function saveAt(invoke: Invoke, draft: Draft, revision: number, lastSaved: Draft): Promise<number> {
  try {
    return (await invoke('save-study', { revision, ...draft })).revision;
  } catch (failure) {
    if (!(failure instanceof Failure && failure.code === 'study-changed')) throw failure;
    const now = await invoke('read-study', {});
    if (!sameContent(draftOf(now), lastSaved)) throw failure;
    return (await invoke('save-study', { revision: now.revision, ...draft })).revision;
  }
}
