import { useEffect } from 'react';
import { useStudy } from '../state/studyStore.ts';
import { usePalette } from './paletteStore.ts';

/** The window's own keys: the command palette, undo and redo. Inside a text that is being typed, undo stays the text's own. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const { undo, redo } = useStudy.getState();
      if (key === 'k') usePalette.getState().show();
      else if (isTyping(event.target)) return;
      else if (key === 'z') (event.shiftKey ? redo : undo)();
      else if (key === 'y' && event.ctrlKey) redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const typed = ['text', 'search', 'number', 'email', 'url', 'password'];

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && typed.includes(target.type));
}
