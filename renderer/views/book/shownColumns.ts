import { create } from 'zustand';

interface ShownColumns {
  /** Columns of the worklist that the analyst wants to see, or not; of the others the worklist decides. */
  wanted: Readonly<Record<string, boolean>>;
  show: (column: string, isShown: boolean) => void;
}

const key = 'plumbline.worklist-columns';

/** The analyst's choice of columns in the worklist; it is remembered, for every study. */
export const useShownColumns = create<ShownColumns>()((set) => ({
  wanted: remembered(),
  show: (column, isShown) =>
    set(({ wanted: before }) => {
      const wanted = { ...before, [column]: isShown };
      localStorage.setItem(key, JSON.stringify(wanted));
      return { wanted };
    }),
}));

function remembered(): ShownColumns['wanted'] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return Object.fromEntries(Object.entries(kept ?? {}).filter(([, isShown]) => typeof isShown === 'boolean'));
  } catch {
    return {};
  }
}
