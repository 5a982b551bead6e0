import { useEffect } from 'react';
import { type Theme, useView } from '../state/viewStore.ts';

const system = () => window.matchMedia('(prefers-color-scheme: dark)');

/** Puts a theme on the document. Before the first drawing too, or a dark window would begin light and fade. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme === 'system' ? (system().matches ? 'dark' : 'light') : theme;
}

/** Keeps the chosen theme, or the system's, on the document. */
export function useTheme(): void {
  const theme = useView((state) => state.theme);
  useEffect(() => {
    const apply = () => applyTheme(theme);
    const preference = system();
    apply();
    preference.addEventListener('change', apply);
    return () => preference.removeEventListener('change', apply);
  }, [theme]);
}
