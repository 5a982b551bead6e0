import { useEffect } from 'react';
import { useView } from '../state/viewStore.ts';

/** Puts the chosen theme, or the system's, on the document. */
export function useTheme(): void {
  const theme = useView((state) => state.theme);
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
}
