import { create } from 'zustand';

/** The screens that exist. */
export type ViewName = 'sources' | 'model' | 'book' | 'what-if' | 'evidence';
export type Theme = 'system' | 'light' | 'dark';

interface ViewState {
  view: ViewName;
  goTo: (view: ViewName) => void;
  /** As-of date of the book; null is the latest. */
  asOf: string | null;
  setAsOf: (asOf: string | null) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

const themeKey = 'plumbline.theme';

/** What the analyst is looking at. */
export const useView = create<ViewState>()((set) => ({
  view: 'sources',
  goTo: (view) => set({ view }),
  asOf: null,
  setAsOf: (asOf) => set({ asOf }),
  theme: rememberedTheme(),
  setTheme: (theme) => {
    localStorage.setItem(themeKey, theme);
    set({ theme });
  },
}));

function rememberedTheme(): Theme {
  const kept = localStorage.getItem(themeKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
