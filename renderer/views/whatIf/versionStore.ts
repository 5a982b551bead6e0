import { create } from 'zustand';

interface VersionsState {
  /** Counts the versions saved here, so that the list of them is read again. */
  count: number;
  saved: () => void;
}

/** When the list of saved versions was last made longer. */
export const useVersions = create<VersionsState>()((set) => ({
  count: 0,
  saved: () => set(({ count }) => ({ count: count + 1 })),
}));
