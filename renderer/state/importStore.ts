import { create } from 'zustand';
import type { Progress } from '../../shared/contract/call.ts';

/** A file that waits for the analyst to look at its preview; `refreshes` names the source it replaces. */
export interface WaitingFile {
  path: string;
  refreshes: string | null;
}

/** A file being copied or imported. */
export interface ImportJob {
  id: number;
  label: string;
  progress: Progress;
  cancel: () => void;
}

interface ImportState {
  waiting: readonly WaitingFile[];
  jobs: readonly ImportJob[];
  offer: (files: readonly WaitingFile[]) => void;
  /** Done with the first waiting file: imported, or not wanted. */
  leaveFirst: () => void;
  /** Runs something as a job: shown with its progress and a way out on every screen. */
  run: <Result>(
    label: string,
    work: (job: { signal: AbortSignal; onProgress: (progress: Progress) => void }) => Promise<Result>,
  ) => Promise<Result>;
}

let lastId = 0;

/** Files on their way into the study. They keep going while other screens are used. */
export const useImports = create<ImportState>()((set) => ({
  waiting: [],
  jobs: [],
  offer: (files) => set(({ waiting }) => ({ waiting: [...waiting, ...files] })),
  leaveFirst: () => set(({ waiting }) => ({ waiting: waiting.slice(1) })),
  run: async (label, work) => {
    const controller = new AbortController();
    const id = ++lastId;
    const job: ImportJob = { id, label, progress: { share: null, step: '' }, cancel: () => controller.abort() };
    set(({ jobs }) => ({ jobs: [...jobs, job] }));
    const onProgress = (progress: Progress) =>
      set(({ jobs }) => ({ jobs: jobs.map((one) => (one.id === id ? { ...one, progress } : one)) }));
    try {
      return await work({ signal: controller.signal, onProgress });
    } finally {
      set(({ jobs }) => ({ jobs: jobs.filter((one) => one.id !== id) }));
    }
  },
}));
