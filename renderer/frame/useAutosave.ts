import { useEffect } from 'react';
import { startAutosave } from '../state/autosave.ts';
import { useHost } from '../state/host.ts';

/** Saves the draft while the window is open, and at once when it is hidden or closed. */
export function useAutosave(): void {
  const { invoke } = useHost();
  useEffect(() => {
    const autosave = startAutosave(invoke);
    const now = () => void autosave.flush();
    document.addEventListener('visibilitychange', now);
    window.addEventListener('pagehide', now);
    return () => {
      document.removeEventListener('visibilitychange', now);
      window.removeEventListener('pagehide', now);
      autosave.stop();
    };
  }, [invoke]);
}
