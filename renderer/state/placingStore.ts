import { create } from 'zustand';

/** What a folder or a name is being asked for. */
export type PlaceAction = 'create' | 'open' | 'rename' | 'duplicate' | 'move';

/** The question for a study's folder or name that is on screen, if any. */
export const usePlacing = create<{ action: PlaceAction | null; place: (action: PlaceAction | null) => void }>()((set) => ({
  action: null,
  place: (action) => set({ action }),
}));
