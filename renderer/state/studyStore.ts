import { create } from 'zustand';
import type { OpenStudy } from '../../shared/contract/studyCalls.ts';
import { type Draft, emptyDraft } from './Draft.ts';
import { beginHistory, beginStep, endStep, type History, redo, step, undo } from './history.ts';

/** Whether what is seen is on disk. */
export type SaveState = 'saved' | 'pending' | 'saving' | 'failed';

interface StudyState {
  /** The study as the engine last told it: folder, revision, sources. Null on the start screen. */
  open: OpenStudy | null;
  /** What is seen and edited; autosave brings it to disk. */
  draft: Draft;
  history: History<Draft>;
  /** The draft that is on disk. */
  saved: Draft;
  saveState: SaveState;
  /** How often the engine was started again; what was asked of the one before is asked anew. */
  restarts: number;
  /** Counts the saved changes of sources and definition: what an answer about a model that is given whole depends on besides its input. */
  dataChanges: number;
  /** Opens another study: a fresh draft and a fresh history. */
  adopt: (open: OpenStudy) => void;
  /** The same study after its sources changed, or after a save: the draft and its history stay. */
  refresh: (open: OpenStudy) => void;
  /** The same study in an engine that was started again. */
  resume: (open: OpenStudy) => void;
  close: () => void;
  /** One undoable step. The label reads after "Undo": "weight of NPS". Returning the same draft is no step. */
  edit: (label: string, change: (draft: Draft) => Draft) => void;
  /** From here to `endDrag` every edit belongs to one step. */
  beginDrag: () => void;
  endDrag: () => void;
  undo: () => void;
  redo: () => void;
  setSaveState: (saveState: SaveState) => void;
  /** This draft is on disk now, at that revision. */
  setSaved: (draft: Draft, revision: number) => void;
}

/** The open study and its draft. */
export const useStudy = create<StudyState>()((set) => {
  const move = (next: (history: History<Draft>) => History<Draft>) =>
    set(({ history }) => {
      const moved = next(history);
      return { history: moved, draft: moved.present };
    });
  return {
    open: null,
    draft: emptyDraft,
    history: beginHistory(emptyDraft),
    saved: emptyDraft,
    saveState: 'saved',
    restarts: 0,
    dataChanges: 0,
    adopt: (open) => {
      const draft = draftOf(open);
      set({ open, draft, history: beginHistory(draft), saved: draft, saveState: 'saved' });
    },
    refresh: (open) => set(({ dataChanges }) => ({ open, dataChanges: dataChanges + 1 })),
    resume: (open) => set(({ restarts }) => ({ open, restarts: restarts + 1 })),
    close: () => set({ open: null, draft: emptyDraft, history: beginHistory(emptyDraft), saved: emptyDraft, saveState: 'saved' }),
    edit: (label, change) => move((history) => step(history, label, change(history.present))),
    beginDrag: () => move(beginStep),
    endDrag: () => move(endStep),
    undo: () => move(undo),
    redo: () => move(redo),
    setSaveState: (saveState) => set({ saveState }),
    setSaved: (saved, revision) =>
      set(({ open, draft, saved: before, dataChanges }) => ({
        open: open && { ...open, revision, study: { ...open.study, ...saved } },
        saved,
        saveState: draft === saved ? 'saved' : 'pending',
        dataChanges: saved.definition === before.definition ? dataChanges : dataChanges + 1,
      })),
  };
});

/** The editable part of an open study. */
export function draftOf({ study: { name, definition, models, currentModel, scenarios, baseline } }: OpenStudy): Draft {
  return { name, definition, models, currentModel, scenarios, baseline };
}
