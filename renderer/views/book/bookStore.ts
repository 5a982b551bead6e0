import { create } from 'zustand';
import type { Measure } from '../../charts/describeBook.ts';
import { type WorklistView, wholeBook } from './worklistView.ts';

interface BookState {
  view: WorklistView;
  look: (change: Partial<WorklistView>) => void;
  /** Key of the account whose score is explained. */
  chosen: string | null;
  choose: (account: string | null) => void;
  measure: Measure;
  setMeasure: (measure: Measure) => void;
}

/** What the analyst looks at on the Book screen; kept while other screens are visited. */
export const useBook = create<BookState>()((set) => ({
  view: wholeBook,
  look: (change) => set(({ view }) => ({ view: { ...view, ...change } })),
  chosen: null,
  choose: (chosen) => set({ chosen }),
  measure: 'accounts',
  setMeasure: (measure) => set({ measure }),
}));
